import Personnel
import Postgres
import Texts

/// The rows of an import of posts that say more than who holds a seat now: former posts, acting posts and other duties,
/// and posts of people who left or are away.
enum PostParts {
    /// SIASN goes on listing the posts of people who left or hold no seat: the newest is kept as vacant, and the row is
    /// listed.
    static func vacatePeopleAway(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        let (agency, day) = (context.agency, context.day)
        try tx.execute(
            """
            create temporary table staged_away on commit drop as
            select s.line, e.left_on is not null as left, s.kind = 'definitive' and s.since = max(s.since) filter (
                where s.kind = 'definitive'
            ) over (partition by s.nip) as is_newest
            from staged_posts s
            join person p on p.agency_id = \(agency) and p.nip = s.nip
            cross join lateral (
                select m.employment_id, case when upper(m.valid) <= \(day) then upper(m.valid) end as left_on
                from employment m
                where m.agency_id = p.agency_id and m.person_id = p.person_id
                order by lower(m.valid) desc limit 1
            ) e
            where e.left_on is not null
                or (p.agency_id, e.employment_id) in (
                    select agency_id, employment_id from people_lacking('holds_seat', \(day))
                )
            """
        )
        let lines = try tx.all(
            "select line, \"left\" from staged_away where is_newest order by line",
            as: (Int32, Bool).self
        )
        for (line, left) in lines {
            try report.warn(
                ImportFinding(
                    line: Int(line),
                    column: "nipBaru",
                    left ? .left : .holdsNoSeat
                )
            )
        }
        report.unchanged += try tx.execute(
            "delete from staged_posts s using staged_away a where a.line = s.line and a.is_newest is not true"
        )
        try tx.execute("update staged_posts s set nip = null from staged_away a where a.line = s.line")
    }

    /// A merger of units or agencies begins every assignment again; the file states since when the post has been held.
    static func takeHeldSince(_ agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            update staged_posts s set since = lower(a.valid)
            from assignment a
            where a.agency_id = \(agency) and a.employment_id = s.employment_id and a.post_id = s.post_id
                and a.kind = s.kind and a.held_since = s.since
            """
        )
    }

    /// Present posts whose end is on record already, because their holder leaves on a day to come: they are what they
    /// are, but for the decree.
    static func setAsideRestated(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try tx.execute(
            """
            create temporary table restated on commit drop as
            select s.line, a.assignment_id from staged_posts s
            join assignment a on a.agency_id = \(context.agency) and a.employment_id = s.employment_id
                and a.post_id = s.post_id and a.kind = 'definitive' and lower(a.valid) = s.since
                and upper(a.valid) > \(context.day)
            where s.part is null
            """
        )
        let changed = try tx.execute(
            """
            update assignment a set decree_number = s.decree_number, decree_date = s.decree_date
            from restated r
            join staged_posts s on s.line = r.line
            where a.agency_id = \(context.agency) and a.assignment_id = r.assignment_id
                and (a.decree_number, a.decree_date) is distinct from (s.decree_number, s.decree_date)
            """
        )
        let rows = try tx.execute(
            """
            update staged_posts s set nip = null, employment_id = null, part = 'restated'
            from restated r where r.line = s.line
            """
        )
        report.changed += changed
        report.unchanged += rows - changed
    }

    /// Leaves the present post of each person as the holder's row, and marks the others as history or duty; they go on
    /// standing for their posts. Each ends where the file says so, or when the next one begins: of a duty, the next in the
    /// same post and of the same kind.
    static func divide(_ tx: inout Transaction) throws {
        try tx.execute(
            """
            create temporary table staged_part on commit drop as
            select line, employment_id, case when kind = 'definitive' then 'history' else 'duty' end as part, until
            from (
                select line, employment_id, kind, least(
                        ended,
                        lead(since) over (
                            partition by employment_id, kind, case when kind <> 'definitive' then concat(unit, '/', title) end
                            order by since
                        )
                    ) as until
                from staged_posts where employment_id is not null
            ) s
            where kind <> 'definitive' or until is not null
            """
        )
        try tx.execute(
            """
            update staged_posts s set nip = null, employment_id = null, part = p.part
            from staged_part p where p.line = s.line
            """
        )
    }

    /// Units and posts that only the past knows. They have no seats, so that nobody looks for successors to them.
    static func addFormerPosts(_ agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            insert into org_unit (agency_id, siasn_id, parent_siasn_id, name)
            select distinct on (unit) \(agency), unit, parent, unit_name
            from staged_posts where part = 'history'
            order by unit, since desc
            on conflict (agency_id, siasn_id) do nothing
            """
        )
        try tx.execute(
            """
            insert into post (agency_id, org_unit_id, title, position_level, echelon, job_class, capacity)
            select distinct on (u.org_unit_id, s.title) u.agency_id, u.org_unit_id, s.title, s.position_level,
                s.echelon, s.job_class, 0
            from staged_posts s
            join org_unit u on u.agency_id = \(agency) and u.siasn_id = s.unit
            where s.part = 'history'
            order by u.org_unit_id, s.title, s.since desc
            on conflict (agency_id, org_unit_id, title) do nothing
            """
        )
    }

    /// Former posts, each until the next one. A row that the known assignments contradict is listed and left out.
    static func assignHistory(
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        let agency = context.agency
        let shortened = try tx.execute(
            """
            update assignment a set valid = daterange(lower(a.valid), p.until)
            from staged_part p
            join staged_posts s on s.line = p.line
            where p.part = 'history' and a.agency_id = \(agency) and a.employment_id = p.employment_id
                and a.post_id = s.post_id and a.kind = 'definitive' and lower(a.valid) = s.since
                and (upper_inf(a.valid) or upper(a.valid) > p.until)
            """
        )
        let overlapping = try tx.all(
            """
            select p.line from staged_part p
            join staged_posts s on s.line = p.line
            where p.part = 'history' and exists (
                select from assignment a
                where a.agency_id = \(agency) and a.employment_id = p.employment_id and a.kind = 'definitive'
                    and a.valid && daterange(s.since, p.until)
                    and (a.post_id <> s.post_id or lower(a.valid) <> s.since)
            )
            order by p.line
            """,
            as: Int32.self
        )
        for line in overlapping {
            try report.warn(
                ImportFinding(
                    line: Int(line),
                    column: "tmtJabatan",
                    .historyOverlaps
                )
            )
        }
        let fitting: SQL = """
            select p.line, p.employment_id, s.post_id, daterange(s.since, p.until) as valid, s.decree_number,
                s.decree_date
            from staged_part p
            join staged_posts s on s.line = p.line
            where p.part = 'history' and p.line <> all (\(overlapping)) and not exists (
                select from assignment a
                where a.agency_id = \(agency) and a.employment_id = p.employment_id and a.kind = 'definitive'
                    and a.valid && daterange(s.since, p.until)
            )
            """
        let beyond = try FollowingSeats.admit(fitting, agency, &tx)
        for (line, seats, day) in beyond {
            try report.warn(
                ImportFinding(
                    line: Int(line),
                    column: "namaJabatan",
                    .seatsTakenHistory,
                    ["seats": .number(Int(seats)), "day": .text(day.iso)]
                )
            )
        }
        let former: SQL = "select f.* from (\(fragment: fitting)) f where f.line <> all (\(beyond.map(\.line)))"
        let added = try tx.execute(
            """
            insert into assignment (agency_id, employment_id, post_id, valid, decree_number, decree_date)
            select \(agency), f.employment_id, f.post_id, f.valid, f.decree_number, f.decree_date
            from (\(fragment: former)) f order by f.line
            """
        )
        try warnGaps(agency, &tx, &report)
        let rows = try tx.one(
            "select count(*) from staged_part p join staged_posts s on s.line = p.line where p.part = 'history'",
            as: Int.self
        )
        report.added += added
        report.changed += shortened
        report.unchanged += rows - added - shortened
    }

    /// Times without a post before an imported one, other than absences on record.
    private static func warnGaps(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        // The planner takes a table that this transaction filled for empty, and would go through all of it for each row.
        try tx.execute("set local enable_nestloop = off")
        let gaps = try tx.all(
            """
            select b.line
            from (
                select s.line, s.employment_id, s.since, max(coalesce(upper(a.valid), 'infinity')) as ended
                from (
                    select s.line, coalesce(s.employment_id, p.employment_id) as employment_id, s.since
                    from staged_posts s
                    left join staged_part p on p.line = s.line
                    where p.part is distinct from 'duty'
                ) s
                join assignment a on a.agency_id = \(agency) and a.employment_id = s.employment_id
                    and a.kind = 'definitive' and lower(a.valid) < s.since
                group by s.line, s.employment_id, s.since
            ) b
            where b.ended < b.since and not exists (
                select from counted_event x
                where x.agency_id = \(agency) and x.employment_id = b.employment_id and x.valid_from = b.ended
            )
            order by b.line
            """,
            as: Int32.self
        )
        try tx.execute("set local enable_nestloop to default")
        for line in gaps {
            try report.warn(ImportFinding(line: Int(line), column: "tmtJabatan", .historyGap))
        }
    }
}
