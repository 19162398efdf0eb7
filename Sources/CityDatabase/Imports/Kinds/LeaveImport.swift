import Personnel
import Postgres

/// SIASN `rw_cltn`: leave outside the state's charge (cuti di luar tanggungan negara). Leave that runs today, and leave
/// whose end a row dates (`tanggalAktif`), are events of service as well.
enum LeaveImport: EvidenceImport {
    static let columns: [ImportColumn] = [
        .required("nip"), .optional("skNomor"), .optional("skTanggal"), .required("tanggalAwal"),
        .required("tanggalAkhir"), .optional("tanggalAktif"),
    ]
    static let nipColumn = "nip"
    static let dayColumn = "tanggalAwal"
    static let register = "leave"
    static let kinds = ["unpaid_leave"]

    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence? {
        let begins = row.date("tanggalAwal", asOf: day, required: true)
        let active = row.date("tanggalAktif", asOf: day)
        if let begins, let active, active <= begins { row.reject("tanggalAktif", .datesReversed) }
        return StagedEvidence(
            kind: "unpaid_leave",
            level: "cltn",
            title: nil,
            occurredOn: begins,
            endedOn: row.date("tanggalAkhir", asOf: day, ahead: 10, required: true),
            documentNumber: row.text("skNomor"),
            documentDate: row.date("skTanggal", asOf: day),
            activeOn: active
        )
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        try tx.execute("select lock_people()")
        try keep(context, &tx, &report)
        try note(context.agency, context.day, &tx)
        let impossible = try tx.all(
            """
            delete from staged_leave s
            where s.day <= s.begins or s.day < s.last_day or s.document_date > \(context.day) or (
                s.kind = 'unpaid_leave' and exists (
                    select from assignment a
                    where a.agency_id = \(context.agency) and a.employment_id = s.employment_id and lower(a.valid) >= s.day
                )
            )
            returning line
            """,
            as: Int32.self
        )
        for line in impossible.sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "tanggalAwal", .leaveIgnored))
        }
        _ = try tx.all(
            """
            select record_service_event(
                \(context.agency), person_id, kind, day, null, document_number, document_date, 'import'
            )
            from staged_leave
            """,
            as: Int64.self
        )
    }

    /// Of each person the newest leave: it begins an absence that is not on record, or ends one that is. The planned end
    /// alone brings nobody back: people report, and the decision follows (Peraturan BKN 24/2017).
    private static func note(_ agency: AgencyID, _ day: CivilDate, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            create temporary table staged_leave on commit drop as
            select s.line, e.employment_id, e.person_id, lower(e.valid) as begins, last.valid_from as last_day,
                s.document_number, s.document_date,
                case when s.active_on <= \(day) then 'leave_end' else 'unpaid_leave' end as kind,
                case when s.active_on <= \(day) then s.active_on else s.occurred_on end as day
            from (
                select distinct on (employment_id) * from staged_evidence
                order by employment_id, occurred_on desc, active_on desc nulls last
            ) s
            join employment e on e.agency_id = \(agency) and e.employment_id = s.employment_id and upper_inf(e.valid)
            left join lateral (
                select x.kind, x.valid_from, y.event_kind
                from service_event x
                join legal_standing y on y.legal_standing = x.legal_standing
                where x.agency_id = \(agency) and x.employment_id = e.employment_id
                order by x.valid_from desc, x.service_event_id desc limit 1
            ) last on true
            where case
                when s.active_on <= \(day) then last.event_kind = 'unpaid_leave'
                else s.ended_on >= \(day) and last.event_kind is null
                    -- A decision that ended this leave stays.
                    and (last.kind is distinct from 'leave_end' or last.valid_from < s.occurred_on)
            end
            """
        )
    }
}
