import Personnel

/// SIASN `rw_hukdis`: disciplinary sanctions, light, medium or heavy (PP 94/2021 art 8).
enum DisciplineImport: EvidenceImport {
    static let columns: [ImportColumn] = [
        .required("nip"), .required("jenisTingkatHukumanId"), .required("jenisHukuman"), .optional("skNomor"),
        .optional("skTanggal"), .required("hukumanTanggal"), .optional("akhirHukumTanggal"),
    ]
    static let nipColumn = "nip"
    static let dayColumn = "hukumanTanggal"
    static let register = "discipline"
    static let kinds = ["discipline"]

    private static let levels = ["r": "light", "s": "medium", "b": "heavy"]

    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence? {
        StagedEvidence(
            kind: "discipline",
            level: row.value("jenisTingkatHukumanId", .sanctionLevel) {
                levels[$0.lowercased()]
            },
            title: row.required("jenisHukuman"),
            occurredOn: row.date("hukumanTanggal", asOf: day, required: true),
            endedOn: row.date("akhirHukumTanggal", asOf: day, ahead: 10),
            documentNumber: row.text("skNomor"),
            documentDate: row.date("skTanggal", asOf: day)
        )
    }
}
