import Personnel

/// Duties in teams (penugasan dalam tim kerja), by part and reach (Keputusan Kepala BKN 411/2025). SIASN has no such record;
/// the columns are this program's.
enum DutiesImport: EvidenceImport {
    static let columns: [ImportColumn] = [
        .required("nip"), .required("namaTim"), .required("peran"), .required("lingkup"), .optional("skNomor"),
        .optional("skTanggal"), .required("mulai"), .optional("selesai"),
    ]
    static let nipColumn = "nip"
    static let dayColumn = "mulai"
    static let register = "team_duty"
    static let kinds = ["team_duty"]

    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence? {
        let part = row.value("peran", .dutyPart) {
            ["ketua": "chair", "anggota": "member"][$0.lowercased()]
        }
        let reach = row.value("lingkup", .dutyReach) {
            ["lintas instansi": "cross_agency", "internal": "internal"][$0.lowercased()]
        }
        return StagedEvidence(
            kind: "team_duty",
            level: part.flatMap { part in reach.map { "\(part)_\($0)" } },
            title: row.required("namaTim"),
            occurredOn: row.date("mulai", asOf: day, required: true),
            endedOn: row.date("selesai", asOf: day, ahead: 10),
            documentNumber: row.text("skNomor"),
            documentDate: row.date("skTanggal", asOf: day)
        )
    }
}
