import Personnel
import Postgres

/// People whose legal standing (kedudukan hukum) in an import of people differs from the events of service on record:
/// they leave, are away, or come back.
enum StandingChanges {
    /// Resolves the standing of each staged row, rejects what cannot be, and notes the events to record.
    static func find(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try resolve(&tx)
        try PeopleImport.reject(
            "select line from staged_people where standing is null and num_nonnulls(legal_code, legal_name) > 0",
            "kedudukan_hukum_nama",
            .legalStanding,
            &tx,
            &report
        )
        try note(context.agency, context.day, &tx)
        try rejectImpossible(context, &tx, &report)
        let found = try tx.all(
            """
            select c.line, c.is_dated, c.comes_back from staged_standing c
            join staged_people s on s.line = c.line order by c.line
            """,
            as: (Int32, Bool, Bool).self
        )
        for (line, isDated, comesBack) in found {
            if comesBack {
                try report.warn(
                    ImportFinding(
                        line: Int(line),
                        column: "kedudukan_hukum_nama",
                        .comesBack
                    )
                )
            }
            if !isDated {
                try report.warn(
                    ImportFinding(
                        line: Int(line),
                        column: "tmt_kedudukan_hukum",
                        .standingUndated
                    )
                )
            }
        }
    }

    /// Records the noted events, and what follows from each.
    static func record(_ context: ImportContext, _ tx: inout Transaction) throws {
        _ = try tx.all(
            """
            select record_service_event(
                \(context.agency), p.person_id, c.kind, c.day, c.standing, null, null, 'import'
            )
            from staged_standing c
            join staged_people s on s.line = c.line
            join person p on p.agency_id = \(context.agency) and p.nip = s.nip
            """,
            as: Int64.self
        )
    }

    /// The id counts before the name, because spellings of names differ.
    private static func resolve(_ tx: inout Transaction) throws {
        try tx.execute(
            """
            with name as (
                select l.legal_standing, lower(n.name) as name
                from legal_standing l
                cross join lateral regexp_split_to_table(concat_ws('|', l.legal_standing, l.other_names), '[|]')
                    n (name)
            ), found as (
                select d.legal_code, d.legal_name, coalesce(
                        (select l.legal_standing from legal_standing l where l.code = d.legal_code),
                        (select n.legal_standing from name n where n.name = lower(d.legal_name))
                    ) as standing
                from (select distinct legal_code, legal_name from staged_people) d
            )
            update staged_people s set standing = f.standing
            from found f
            where f.standing is not null and (s.legal_code, s.legal_name) is not distinct from (f.legal_code, f.legal_name)
            """
        )
    }

    private static func note(_ agency: AgencyID, _ day: CivilDate, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            create temporary table staged_standing on commit drop as
            select s.line, l.legal_standing as standing, l.holds_seat, s.standing_since is not null as is_dated,
                coalesce(s.standing_since, \(day)) as day, l.event_kind is null as comes_back,
                coalesce(l.event_kind, case last.kind
                    when 'unpaid_leave' then 'leave_end'
                    when 'secondment_out' then 'secondment_end'
                    when 'contract_end' then 'contract_renewal'
                    else 'reinstatement'
                end) as kind,
                coalesce(lower(e.valid), s.appointed_on) as begins,
                greatest(last.valid_from, case when not upper_inf(e.valid) then upper(e.valid) end) as not_before,
                e.employment_id
            from staged_people s
            join legal_standing l on l.legal_standing = s.standing
            left join person p on p.agency_id = \(agency) and p.nip = s.nip
            left join lateral (
                select m.employment_id, m.valid from employment m
                where m.agency_id = \(agency) and m.person_id = p.person_id
                order by lower(m.valid) desc limit 1
            ) e on true
            left join lateral (
                select x.kind, x.valid_from, y.event_kind
                from employment m
                join service_event x on x.agency_id = m.agency_id and x.employment_id = m.employment_id
                join legal_standing y on y.legal_standing = x.legal_standing
                where m.agency_id = \(agency) and m.person_id = p.person_id
                order by x.valid_from desc, x.service_event_id desc limit 1
            ) last on true
            where case
                when l.event_kind is null then
                    upper(e.valid) <= \(day) or (upper_inf(e.valid) and last.event_kind is not null)
                when l.ends_employment then coalesce(upper_inf(e.valid), true)
                else coalesce(upper_inf(e.valid), true) and last.event_kind is distinct from l.event_kind
            end
            """
        )
    }

    private static func rejectImpossible(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try PeopleImport.reject(
            "select line from staged_standing where day > \(context.day)",
            "tmt_kedudukan_hukum",
            .dateFuture,
            &tx,
            &report
        )
        try PeopleImport.reject(
            "select line from staged_standing where not comes_back and day <= begins",
            "tmt_kedudukan_hukum",
            .beforeEmploymentStanding,
            &tx,
            &report
        )
        try PeopleImport.reject(
            "select line from staged_standing where day < not_before",
            "tmt_kedudukan_hukum",
            .eventLater,
            &tx,
            &report
        )
        try PeopleImport.reject(
            """
            select c.line from staged_standing c
            where not c.holds_seat and exists (
                select from assignment a
                where a.agency_id = \(context.agency) and a.employment_id = c.employment_id and lower(a.valid) >= c.day
            )
            """,
            "tmt_kedudukan_hukum",
            .assignmentLater,
            &tx,
            &report
        )
    }
}
