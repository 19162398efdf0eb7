import Personnel

/// SIASN `rw_cltn`: leave outside the state's charge (cuti di luar tanggungan negara).
enum LeaveImport: EvidenceImport {
    static let columns: [ImportColumn] = [
        .required("nip"), .optional("skNomor"), .optional("skTanggal"), .required("tanggalAwal"),
        .required("tanggalAkhir"),
    ]
    static let nipColumn = "nip"
    static let dayColumn = "tanggalAwal"
    static let register = "leave"
    static let kinds = ["unpaid_leave"]

    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence? {
        StagedEvidence(
            kind: "unpaid_leave",
            level: "cltn",
            title: nil,
            occurredOn: row.date("tanggalAwal", asOf: day, required: true),
            endedOn: row.date("tanggalAkhir", asOf: day, ahead: 10, required: true),
            documentNumber: row.text("skNomor"),
            documentDate: row.date("skTanggal", asOf: day)
        )
    }
}
