import Personnel

/// The establishment (peta jabatan) by the workload analysis of the year: functional posts and the seats that their units
/// need, some more than there are holders.
enum EstablishmentFile {
    struct Row {
        let unit: OrgUnit
        let parent: OrgUnit?
        let title: String
        let seats: Int
        let since: CivilDate
    }

    /// The share of posts with more seats than holders.
    private static let shortShare = 0.25
    private static let mostMissing = 3

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "establishment", workforce.profile.code.description)
        let units = workforce.establishment.units
        let since = CivilDate(year: asOf.year, month: 1, day: 1) ?? asOf
        var places: [[String]: Int] = [:]
        var posts: [(unit: Int, title: String, isHead: Bool, held: Int)] = []
        for post in workforce.servants.map(\.appointment) where post.kindID == "2" {
            let key = [String(post.unit), post.title]
            if let place = places[key] {
                posts[place].held += 1
            } else {
                places[key] = posts.count
                posts.append((post.unit, post.title, post.title.hasPrefix("Kepala "), 1))
            }
        }
        let rows = posts.map { post in
            let missing =
                !post.isHead && random.chance(shortShare) ? random.integer(in: 1...mostMissing) : 0
            return Row(
                unit: units[post.unit],
                parent: units[post.unit].parent.map { units[$0] },
                title: post.title,
                seats: post.held + missing,
                since: since
            )
        }
        return columns.text(rows)
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("unorId") { $0.unit.id },
        FileColumn("namaUnor") { $0.unit.name },
        FileColumn("unorIndukId") { $0.parent?.id },
        FileColumn("namaJabatan") { $0.title },
        FileColumn("jenisJabatan") { _ in "2" },
        .blank("eselonId"),
        .blank("kelasJabatan"),
        FileColumn("kebutuhan") { String($0.seats) },
        FileColumn("berlakuMulai") { $0.since.siasn },
        .blank("nomorSk"),
        .blank("tanggalSk"),
        FileColumn("standar") { "Analisis Beban Kerja \($0.since.year)" },
    ]
}
