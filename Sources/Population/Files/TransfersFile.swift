import Personnel

/// A file for `mutasi transfer import`: heads of agencies who follow each other.
enum TransfersFile {
    struct Row {
        let servant: Servant
        /// The head whose seat it is, or was.
        let former: AgencyHead
        let day: CivilDate

        /// As the person is told.
        var reason: String {
            let title = former.servant.appointment.title
            return if let left = former.left {
                "Jabatan \(title) lowong sejak \(left.siasn) dan perlu pejabat definitif."
            } else {
                "Mengisi jabatan \(title), yang ditinggalkan pejabatnya pada hari yang sama dalam rotasi ini."
            }
        }
    }

    /// - Parameter heads: each moves to the seat of the one before; the first one does not move.
    static func text(_ heads: [AgencyHead], on day: CivilDate) -> String {
        columns.text(
            zip(heads, heads.dropFirst()).map { Row(servant: $1.servant, former: $0, day: day) }
        )
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("nip") { $0.servant.nip.text },
        FileColumn("perangkatDaerah") { $0.former.agency.code.description },
        FileColumn("namaJabatan") { $0.former.servant.appointment.title },
        FileColumn("unorId") { $0.former.unit.id },
        FileColumn("dasar") { _ in "talent_plan" },
        FileColumn("alasan") { $0.reason },
        FileColumn("tmt") { $0.day.siasn },
    ]
}
