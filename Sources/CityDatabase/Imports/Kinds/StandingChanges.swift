import Personnel
import Postgres
import Texts

/// People whose legal standing (kedudukan hukum) in an import of people differs from the events of service on record:
/// they leave, are away, or come back.
enum StandingChanges {
    /// Resolves the standing of each staged row, rejects what cannot be, and notes the events to record.
    static func find(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try resolve("staged_people", &tx)
        try PeopleImport.reject(
            "select line from staged_people where standing is null and num_nonnulls(legal_code, legal_name) > 0",
            "kedudukan_hukum_nama",
            .legalStanding,
            &tx,
            &report,
            naming: ["known": try known("true", &tx)]
        )
        // An end that lies ahead gives way to another one; an end on record does not.
        try PeopleImport.reject(
            """
            select s.line from staged_people s
            join legal_standing l on l.legal_standing = s.standing and l.ends_employment
            join person p on p.agency_id = \(context.agency) and p.nip = s.nip
            cross join lateral (
                select y.ends_employment, y.event_kind, x.valid_from from employment m
                join counted_event x on x.agency_id = m.agency_id and x.employment_id = m.employment_id
                join legal_standing y on y.legal_standing = x.legal_standing
                where m.agency_id = \(context.agency) and m.person_id = p.person_id
                order by x.valid_from desc, x.service_event_id desc limit 1
            ) last
            where last.ends_employment and last.event_kind <> l.event_kind and last.valid_from <= \(context.day)
            """,
            "kedudukan_hukum_nama",
            .departureOther,
            &tx,
            &report
        )
        try note(context.agency, context.day, &tx)
        try leaveDecisions(context.agency, &tx, &report)
        try rejectImpossible(context, &tx, &report)
        let found = try tx.all(
            """
            select c.line, c.is_dated, c.day = \(context.day), c.comes_back, c.replaces from staged_standing c
            join staged_people s on s.line = c.line order by c.line
            """,
            as: (Int32, Bool, Bool, Bool, Bool).self
        )
        for (line, isDated, isToday, comesBack, replaces) in found {
            if replaces {
                try report.warn(ImportFinding(line: Int(line), column: "kedudukan_hukum_nama", .departureReplaced))
            }
            if comesBack {
                try report.warn(ImportFinding(line: Int(line), column: "kedudukan_hukum_nama", .comesBack))
            }
            if !isDated {
                let problem: ImportProblem = isToday ? .standingUndated : .standingUndone
                try report.warn(ImportFinding(line: Int(line), column: "tmt_kedudukan_hukum", problem))
            }
        }
    }

    /// Records the noted events, and what follows from each.
    static func record(_ context: ImportContext, _ tx: inout Transaction) throws {
        _ = try tx.all(
            """
            select record_service_event(
                \(context.agency), p.person_id, c.kind, c.day,
                case when not c.keeps_absence then c.standing end, null, null, 'import'
            )
            from staged_standing c
            join staged_people s on s.line = c.line
            join person p on p.agency_id = \(context.agency) and p.nip = s.nip
            """,
            as: Int64.self
        )
    }

    /// The id counts before the name, because spellings of names differ.
    static func resolve(_ table: Identifier, _ tx: inout Transaction) throws {
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
                from (select distinct legal_code, legal_name from \(identifier: table)) d
            )
            update \(identifier: table) s set standing = f.standing
            from found f
            where f.standing is not null and (s.legal_code, s.legal_name) is not distinct from (f.legal_code, f.legal_name)
            """
        )
    }

    /// The standings of a kind, with their ids, as a sentence names them.
    static func known(_ condition: SQL, _ tx: inout Transaction) throws -> TextArgument {
        let names = try tx.all(
            """
            select concat(legal_standing, ' (' || code || ')') from legal_standing where \(fragment: condition)
            order by code, legal_standing
            """,
            as: String.self
        )
        return .text(names.joined(separator: ", "))
    }

    /// The rows that bring an event. A row without a date takes back, from its day, an end that an import of people
    /// brought; it does not take back a decision, nor what a document or a register of leave dates.
    private static func note(_ agency: AgencyID, _ day: CivilDate, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            create temporary table staged_standing on commit drop as
            select s.line, l.legal_standing as standing, l.holds_seat, s.standing_since is not null as is_dated,
                coalesce(
                    s.standing_since,
                    case when l.event_kind is null and last.ends and last.recorded_by = 'import' then last.valid_from end,
                    \(day)
                ) as day,
                l.event_kind is null as comes_back,
                l.ends_employment and planned.service_event_id is not null as replaces,
                coalesce(l.event_kind, case last.event_kind
                    when 'unpaid_leave' then 'leave_end'
                    when 'secondment_out' then 'secondment_end'
                    when 'contract_end' then 'contract_renewal'
                    else 'reinstatement'
                end) as kind,
                coalesce(lower(e.valid), s.appointed_on) as begins,
                greatest(last.valid_from, case when upper(e.valid) <= \(day) then upper(e.valid) end) as not_before,
                e.employment_id,
                -- The absence under an end that is taken back has a day of its own.
                coalesce(
                    s.standing_since is null and l.event_kind is null and last.ends and last.former_kind is not null, false
                ) as keeps_absence,
                s.standing_since is null and (
                    last.recorded_by <> 'import' and last.former_kind is not distinct from l.event_kind
                    or l.event_kind is null and last.event_kind is not null and (
                        num_nonnulls(last.document_number, last.document_date) > 0
                        or last.event_kind = 'unpaid_leave' and exists (
                            select from evidence v
                            where v.agency_id = \(agency) and v.employment_id = e.employment_id
                                and v.kind = 'unpaid_leave' and v.occurred_on = last.valid_from
                        )
                    )
                    or exists (
                        select from service_event u
                        join service_event x on x.agency_id = u.agency_id and x.service_event_id = u.undoes
                        join legal_standing y on y.legal_standing = x.legal_standing
                        where u.agency_id = \(agency) and u.employment_id = e.employment_id and u.recorded_by <> 'import'
                            and y.event_kind = l.event_kind
                            and not exists (
                                select from service_event o
                                where o.agency_id = \(agency) and o.employment_id = e.employment_id
                                    and o.service_event_id > u.service_event_id
                            )
                    )
                ) as is_decided
            from staged_people s
            join legal_standing l on l.legal_standing = s.standing
            left join person p on p.agency_id = \(agency) and p.nip = s.nip
            left join lateral (
                select m.employment_id, m.valid from employment m
                where m.agency_id = \(agency) and m.person_id = p.person_id
                order by lower(m.valid) desc limit 1
            ) e on true
            left join lateral (
                select x.valid_from, x.recorded_by, x.document_number, x.document_date, y.event_kind,
                    y.ends_employment as ends,
                    lag(y.event_kind) over (order by x.valid_from, x.service_event_id) as former_kind
                from employment m
                join counted_event x on x.agency_id = m.agency_id and x.employment_id = m.employment_id
                join legal_standing y on y.legal_standing = x.legal_standing
                where m.agency_id = \(agency) and m.person_id = p.person_id
                    and (x.valid_from <= \(day) or not y.ends_employment)
                order by x.valid_from desc, x.service_event_id desc limit 1
            ) last on true
            -- An end that lies ahead: until then the person serves, or is away, as before.
            left join lateral (
                select x.service_event_id, x.recorded_by, y.event_kind from counted_event x
                join legal_standing y on y.legal_standing = x.legal_standing
                where x.agency_id = \(agency) and x.employment_id = e.employment_id and x.valid_from > \(day)
                    and x.valid_from = upper(e.valid) and y.ends_employment
                limit 1
            ) planned on true
            where case
                when l.event_kind is null then
                    upper(e.valid) <= \(day)
                    or ((upper_inf(e.valid) or planned.service_event_id is not null) and last.event_kind is not null)
                when l.ends_employment then
                    coalesce(upper_inf(e.valid), true)
                    or planned.event_kind <> l.event_kind
                    or (planned.recorded_by = 'import' and s.standing_since is not null)
                else
                    coalesce(upper_inf(e.valid) or planned.service_event_id is not null, true)
                    and last.event_kind is distinct from l.event_kind
            end
            """
        )
    }

    /// Rows that contradict what is on record, and change nothing.
    private static func leaveDecisions(
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        let decided = try tx.all(
            "delete from staged_standing where is_decided returning line",
            as: Int32.self
        )
        try tx.execute("update staged_people set standing = null where line = any (\(decided))")
        let otherDay = try tx.all(
            """
            select s.line
            from staged_people s
            join legal_standing l on l.legal_standing = s.standing and l.event_kind is not null
            join person p on p.agency_id = \(agency) and p.nip = s.nip
            cross join lateral (
                select x.legal_standing, x.valid_from
                from employment m
                join counted_event x on x.agency_id = m.agency_id and x.employment_id = m.employment_id
                where m.agency_id = \(agency) and m.person_id = p.person_id
                order by x.valid_from desc, x.service_event_id desc limit 1
            ) last
            where last.legal_standing = s.standing and last.valid_from <> s.standing_since
                and not exists (select from staged_standing c where c.line = s.line)
            """,
            as: Int32.self
        )
        for line in decided {
            try report.warn(ImportFinding(line: Int(line), column: "kedudukan_hukum_nama", .standingDecided))
        }
        for line in otherDay {
            try report.warn(ImportFinding(line: Int(line), column: "tmt_kedudukan_hukum", .standingDayDiffers))
        }
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
