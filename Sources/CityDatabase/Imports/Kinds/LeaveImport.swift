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
        try findLast(context.agency, context.day, &tx)
        try takeBack(context, &tx, &report)
        try findLast(context.agency, context.day, &tx)
        try note(context.agency, context.day, &tx)
        let otherwiseAway = try tx.all(
            """
            select distinct on (s.employment_id) s.line from staged_evidence s
            join last_standing l on l.employment_id = s.employment_id
            where s.active_on is null and s.ended_on >= \(context.day) and l.event_kind <> 'unpaid_leave'
            order by s.employment_id, s.occurred_on desc
            """,
            as: Int32.self
        )
        for line in otherwiseAway.sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "tanggalAwal", .leaveIgnored))
        }
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

    /// The event that is in force, of each person of the file and of those whom a register no longer holds.
    private static func findLast(_ agency: AgencyID, _ day: CivilDate, _ tx: inout Transaction) throws {
        try tx.execute("drop table if exists last_standing")
        try tx.execute(
            """
            create temporary table last_standing on commit drop as
            select distinct on (x.employment_id) x.employment_id, x.service_event_id, x.kind, x.valid_from,
                x.document_number, x.recorded_by, y.event_kind
            from counted_event x
            join legal_standing y on y.legal_standing = x.legal_standing
            where x.agency_id = \(agency) and (x.valid_from <= \(day) or not y.ends_employment)
            order by x.employment_id, x.valid_from desc, x.service_event_id desc
            """
        )
    }

    /// What an import of leave recorded follows its rows: a row with the same document and another day puts the day right,
    /// and a fact that a complete register no longer holds is not an absence.
    private static func takeBack(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        let agency = context.agency
        try tx.execute(
            """
            create temporary table wrong_leave on commit drop as
            select l.service_event_id, l.employment_id, l.valid_from, s.line, s.document_number, s.document_date, s.day,
                l.event_kind is null as is_end
            from last_standing l
            left join lateral (
                select s.line, s.document_number, s.document_date,
                    case when l.event_kind is null then s.active_on else s.occurred_on end as day
                from staged_evidence s
                where s.employment_id = l.employment_id and s.document_number = l.document_number
                order by s.occurred_on desc, s.active_on desc nulls last limit 1
            ) s on true
            where l.recorded_by = 'import' and (l.kind = 'leave_end' or l.event_kind = 'unpaid_leave')
                and (
                    s.day <> l.valid_from and not exists (
                        select from staged_evidence o
                        where o.employment_id = l.employment_id and l.event_kind is not null
                            and o.occurred_on = l.valid_from
                    )
                    or l.event_kind is not null and exists (
                        select from evidence v
                        where v.agency_id = \(agency) and v.employment_id = l.employment_id and v.kind = 'unpaid_leave'
                            and v.occurred_on = l.valid_from
                        having bool_and(v.withdrawn_at is not null)
                    )
                )
            """
        )
        // Somebody who has a post again since that day was there.
        let contradicted = try tx.all(
            """
            delete from wrong_leave w
            where exists (
                select from assignment a
                where a.agency_id = \(agency) and a.employment_id = w.employment_id and lower(a.valid) >= w.valid_from
                    and (lower(a.valid) < w.day or w.day is null or w.day > \(context.day))
            )
            returning w.line
            """,
            as: Int32?.self
        )
        for line in contradicted.compactMap({ $0 }).sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "tanggalAwal", .leaveIgnored))
        }
        _ = try tx.all(
            """
            select undo_service_event(
                \(agency), w.service_event_id, case when w.is_end then 'unpaid_leave' else 'leave_end' end, null,
                w.document_number, least(w.document_date, \(context.day)), 'import'
            )
            from wrong_leave w
            """,
            as: Int64.self
        )
        // The day that was put right is not a fact any more.
        report.changed += try tx.execute(
            """
            update evidence v set withdrawn_at = now()
            from wrong_leave w
            where not w.is_end and v.agency_id = \(agency) and v.employment_id = w.employment_id
                and v.kind = 'unpaid_leave' and v.occurred_on = w.valid_from and v.document_number = w.document_number
                and v.withdrawn_at is null
            """
        )
        let corrected = try tx.all("select line from wrong_leave where line is not null", as: Int32.self)
        for line in corrected.sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "tanggalAwal", .leaveCorrected))
        }
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
            join employment e on e.agency_id = \(agency) and e.employment_id = s.employment_id
                and (upper_inf(e.valid) or upper(e.valid) > \(day))
            left join last_standing last on last.employment_id = e.employment_id
            where case
                when s.active_on <= \(day) then last.event_kind = 'unpaid_leave'
                else s.ended_on >= \(day) and last.event_kind is null
                    -- A decision that ended this leave stays; leave from the same day on is another one.
                    and (last.kind is distinct from 'leave_end' or last.valid_from <= s.occurred_on)
            end
            """
        )
    }
}
