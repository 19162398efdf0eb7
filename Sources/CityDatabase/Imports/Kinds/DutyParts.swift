import Personnel
import Postgres

/// The rows of an import of posts about acting posts and other duties: beside the own post, and beside the holder of the
/// seat.
enum DutyParts {
    /// Assigns the staged duties. The same decree with another day puts the day right; a later decree ends the former
    /// duty and begins another.
    static func assign(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        try find(agency, &tx)
        let corrected = try correctDays(agency, &tx)
        let changed = try tx.all(
            """
            with wanted as (
                select d.line, d.decree_number, d.decree_date, d.is_dated, a.assignment_id, a.valid, d.since,
                    least(d.until, \(fragment: cause(agency))) as until
                from staged_duty d
                join assignment a on a.agency_id = \(agency) and a.employment_id = d.employment_id
                    and a.post_id = d.post_id and a.kind = d.kind and lower(a.valid) = d.since
                join post t on t.agency_id = \(agency) and t.post_id = a.post_id
            )
            update assignment a set decree_number = w.decree_number, decree_date = w.decree_date,
                valid = daterange(w.since, case when w.is_dated then w.until else least(w.until, upper(w.valid)) end)
            from wanted w
            where a.agency_id = \(agency) and a.assignment_id = w.assignment_id
                and (a.decree_number, a.decree_date, a.valid) is distinct from (
                    w.decree_number, w.decree_date,
                    daterange(w.since, case when w.is_dated then w.until else least(w.until, upper(w.valid)) end)
                )
            returning w.line
            """,
            as: Int32.self
        )
        try tx.execute(
            """
            update assignment a set valid = daterange(lower(a.valid), d.since)
            from staged_duty d
            where a.agency_id = \(agency) and a.employment_id = d.employment_id and a.post_id = d.post_id
                and a.kind = d.kind and a.valid @> d.since and lower(a.valid) < d.since
                and d.since = (
                    select min(o.since) from staged_duty o
                    where o.employment_id = d.employment_id and o.post_id = d.post_id and o.kind = d.kind
                        and o.since > lower(a.valid)
                )
            """
        )
        let added = try tx.execute(
            """
            insert into assignment (agency_id, employment_id, post_id, kind, valid, decree_number, decree_date)
            select \(agency), d.employment_id, d.post_id, d.kind,
                daterange(d.since, least(d.until, \(fragment: cause(agency)))), d.decree_number, d.decree_date
            from staged_duty d
            join post t on t.agency_id = \(agency) and t.post_id = d.post_id
            where not exists (
                select from assignment a
                where a.agency_id = \(agency) and a.employment_id = d.employment_id and a.post_id = d.post_id
                    and a.kind = d.kind and a.valid @> d.since
            )
            order by d.line
            """
        )
        try end(agency, &tx, &report)
        let duties = try tx.one("select count(*) from staged_duty", as: Int.self)
        let different = Set(changed).union(corrected).count
        report.added += added
        report.changed += different
        report.unchanged += duties - added - different
    }

    private static func find(_ agency: AgencyID, _ tx: inout Transaction) throws {
        try tx.execute(
            """
            create temporary table staged_duty on commit drop as
            select p.line, p.employment_id, s.post_id, s.kind, s.since, p.until, s.ended is not null as is_dated,
                s.decree_number, s.decree_date
            from staged_part p
            join staged_posts s on s.line = p.line
            where p.part = 'duty'
            """
        )
    }

    /// The day on which a duty ends by what else is known: its person, or in a post of one seat anybody, is appointed
    /// to the post; another one acts; the person's next duty of the kind there begins. For `d`, a duty, and `t`, its post.
    private static func cause(_ agency: AgencyID) -> SQL {
        """
        (
            select min(lower(n.valid)) from assignment n
            where n.agency_id = \(agency) and n.post_id = d.post_id and lower(n.valid) > d.since and not isempty(n.valid)
                and case
                    when n.employment_id = d.employment_id then n.kind in ('definitive', d.kind)
                    else seats_on(t.agency_id, t.post_id, t.capacity, lower(n.valid)) <= 1 and (
                        n.kind = 'definitive' or n.kind = d.kind and d.kind <> 'additional' and t.echelon is not null
                    )
                end
        )
        """
    }

    /// The same decree from another day. Returns the lines.
    private static func correctDays(_ agency: AgencyID, _ tx: inout Transaction) throws -> Set<Int32> {
        let lines = try tx.all(
            """
            update assignment a set valid = daterange(d.since, upper(a.valid)), decree_date = d.decree_date
            from staged_duty d
            where a.agency_id = \(agency) and a.employment_id = d.employment_id and a.post_id = d.post_id
                and a.kind = d.kind and lower(a.valid) <> d.since and coalesce(upper(a.valid) > d.since, true)
                and (
                    a.decree_number = d.decree_number
                    or num_nonnulls(a.decree_number, d.decree_number) = 0 and a.valid @> d.since
                )
                -- Nor a row of its own, nor another assignment, stands for either day.
                and not exists (
                    select from staged_duty o
                    where o.employment_id = d.employment_id and o.post_id = d.post_id and o.kind = d.kind
                        and o.line <> d.line
                        and (o.since = lower(a.valid) or o.decree_number is not distinct from d.decree_number)
                )
                and not exists (
                    select from assignment o
                    where o.agency_id = \(agency) and o.employment_id = d.employment_id and o.post_id = d.post_id
                        and o.kind = d.kind and o.assignment_id <> a.assignment_id
                        and o.valid && daterange(d.since, upper(a.valid))
                )
            returning d.line
            """,
            as: Int32.self
        )
        return Set(lines)
    }

    /// Ends the duties, also those of people who are not in the file, that what the file brought has ended.
    private static func end(_ agency: AgencyID, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        // As in PostParts.warnGaps.
        try tx.execute("set local enable_nestloop = off")
        let ended = try tx.all(
            """
            update assignment a set valid = daterange(lower(a.valid), c.until)
            from (
                select d.assignment_id, \(fragment: cause(agency)) as until
                from (
                    select a.assignment_id, a.employment_id, a.post_id, a.kind, lower(a.valid) as since
                    from assignment a
                    where a.agency_id = \(agency) and a.kind <> 'definitive' and not isempty(a.valid)
                        and a.post_id in (select post_id from staged_posts)
                ) d
                join post t on t.agency_id = \(agency) and t.post_id = d.post_id
            ) c
            where a.agency_id = \(agency) and a.assignment_id = c.assignment_id and c.until < coalesce(upper(a.valid), 'infinity')
            returning (select min(s.line) from staged_posts s where s.post_id = a.post_id)
            """,
            as: Int32.self
        )
        try tx.execute("set local enable_nestloop to default")
        for line in Set(ended).sorted() {
            try report.warn(ImportFinding(line: Int(line), column: "namaJabatan", .dutyEnded))
        }
    }
}
