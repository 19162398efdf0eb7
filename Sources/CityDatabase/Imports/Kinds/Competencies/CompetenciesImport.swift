import Personnel
import Postgres

/// Results of competency assessments, one row for each person and competency (PermenPANRB 38/2017; no national format is
/// known).
enum CompetenciesImport: EvidenceImport {
    static let columns: [ImportColumn] = [
        .required("nip"), .required("kompetensi"), .optional("jenis"), .required("level"), .required("tanggalAsesmen"),
        .optional("berlakuSampai"), .optional("nomorDokumen"),
    ]
    static let nipColumn = "nip"
    static let dayColumn = "tanggalAsesmen"
    static let register = "competency_level"
    static let kinds = ["competency_level"]

    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence? {
        let name = row.competency()
        let level = row.competencyLevel()
        return StagedEvidence(
            kind: "competency_level",
            level: level.map { "\($0.rawValue)" },
            title: name?.code,
            occurredOn: row.date("tanggalAsesmen", asOf: day, required: true),
            endedOn: row.date("berlakuSampai", asOf: day, ahead: 10),
            documentNumber: row.text("nomorDokumen")
        )
    }

    /// A competency has one result a day: two in a file contradict each other, and another one than the known corrects it.
    static func settle(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) throws -> Int {
        try reject(
            """
            select line from (
                select line, count(*) over (partition by employment_id, title, occurred_on) as results
                from staged_evidence
            ) n where results > 1
            """,
            "kompetensi",
            .competencyTwice,
            &tx,
            &report
        )
        return try tx.execute(
            """
            update evidence e set withdrawn_at = now()
            from staged_evidence s
            where e.agency_id = \(context.agency) and e.employment_id = s.employment_id
                and e.kind = 'competency_level' and e.title = s.title and e.occurred_on = s.occurred_on and e.withdrawn_at is null
                and (e.level, e.ended_on, e.document_number)
                    is distinct from (s.level, s.ended_on, s.document_number)
            """
        )
    }
}
