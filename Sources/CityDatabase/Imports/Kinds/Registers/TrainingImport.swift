import Personnel

/// SIASN `rw_diklat` and `rw_kursus`: leadership training, apart from training that counts by certificates.
enum TrainingImport: EvidenceImport {
    static let columns: [ImportColumn] = [
        .required("nip"), .required("jenisDiklat"), .required("namaDiklat"), .optional("nomorSertipikat"),
        .required("tanggalSelesai"),
    ]
    static let nipColumn = "nip"
    static let dayColumn = "tanggalSelesai"
    static let register = "training"
    static let kinds = ["certificate", "leadership"]

    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence? {
        let kind = row.required("jenisDiklat")
        let date = row.date("tanggalSelesai", asOf: day, required: true)
        return StagedEvidence(
            kind: kind?.lowercased() == "struktural" ? "leadership" : "certificate",
            level: kind?.lowercased(),
            title: row.required("namaDiklat"),
            occurredOn: date,
            documentNumber: row.text("nomorSertipikat"),
            documentDate: date
        )
    }
}
