import Personnel

/// SIASN `rw_penghargaan`: awards, by the level of the authority that gives them (Keputusan Kepala BKN 411/2025).
enum AwardsImport: EvidenceImport {
    static let columns: [ImportColumn] = [
        .required("nip"), .required("hargaNama"), .required("tingkat"), .optional("skNomor"), .required("skTanggal"),
    ]
    static let nipColumn = "nip"
    static let dayColumn = "skTanggal"
    static let register = "award"
    static let kinds = ["award"]

    private static let levels = [
        "internasional": "international", "nasional": "national", "lintas instansi": "cross_agency",
        "instansi": "agency",
    ]

    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence? {
        let level = row.value(
            "tingkat",
            .awardLevel
        ) { levels[$0.lowercased()] }
        let date = row.date("skTanggal", asOf: day, required: true)
        return StagedEvidence(
            kind: "award",
            level: level,
            title: row.required("hargaNama"),
            occurredOn: date,
            documentNumber: row.text("skNomor"),
            documentDate: date
        )
    }
}
