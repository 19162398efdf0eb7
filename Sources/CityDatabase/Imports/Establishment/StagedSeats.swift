import Personnel
import Postgres
import Texts

/// What an import of posts asks of the seats of each day. Where the city entered the seats of a post (formasi), they limit
/// its holders; those of other posts follow them, from the day on which there is one more.
enum StagedSeats {
    /// The holders of some posts with their days, by the known assignments and by the staged rows; with the line of a row that
    /// takes a seat on days that it does not have yet, until `taken_until`.
    private static func taken(_ agency: AgencyID, where condition: SQL) -> SQL {
        """
        select * from (
            select a.post_id, case when c.since < lower(a.valid) then c.line end as line,
                least(lower(a.valid), c.since) as since,
                case when upper_inf(a.valid) then o.since else upper(a.valid) end as until,
                lower(a.valid) as taken_until
            from assignment a
            left join staged_posts c on c.employment_id = a.employment_id and c.post_id = a.post_id
                and upper_inf(a.valid)
            left join staged_posts o on o.employment_id = a.employment_id and o.post_id is distinct from a.post_id
            where a.agency_id = \(agency) and a.kind = 'definitive' and not isempty(a.valid)
                and a.post_id in (
                    select s.post_id from staged_posts s where s.employment_id is not null and \(fragment: condition)
                )
            union all
            select s.post_id, s.line, s.since, null, null
            from staged_posts s
            where s.employment_id is not null and \(fragment: condition) and not exists (
                select from assignment h
                where h.agency_id = \(agency) and h.employment_id = s.employment_id and h.post_id = s.post_id
                    and h.kind = 'definitive' and upper_inf(h.valid)
            )
        ) t
        where t.until is null or t.until > t.since
        """
    }

    /// Rejects rows that would take a seat that an entered post does not have, those of the last days first; returns how
    /// many.
    static func rejectBeyond(
        _ agency: AgencyID,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws -> Int {
        let condition: SQL = "s.post_id in (\(fragment: FollowingSeats.entered(agency)))"
        let rejected = try tx.all(
            """
            with taken as (\(fragment: taken(agency, where: condition))), held as (\(fragment: FollowingSeats.held(agency))),
            excess as (
                select distinct on (h.post_id) h.post_id, h.day, h.seats, h.holders - h.seats as holders
                from (
                    select h.*, seats_on(\(agency), h.post_id, t.capacity, h.day) as seats
                    from held h
                    join post t on t.agency_id = \(agency) and t.post_id = h.post_id
                ) h
                join (\(fragment: FollowingSeats.enteredSince(agency))) e on e.post_id = h.post_id and h.day >= e.first
                where h.holders > h.seats and exists (
                    select from taken t
                    where t.post_id = h.post_id and t.line is not null and t.since <= h.day
                        and (t.taken_until is null or t.taken_until > h.day)
                )
                order by h.post_id, h.day
            ), last as (
                select t.line, e.seats, e.day, e.holders, row_number() over (
                    partition by e.post_id order by t.since desc, t.line desc
                ) as number
                from excess e
                join taken t on t.post_id = e.post_id and t.line is not null and t.since <= e.day
                    and (t.taken_until is null or t.taken_until > e.day)
            )
            delete from staged_posts s using last l
            where s.line = l.line and l.number <= l.holders
            returning s.line, l.seats, l.day
            """,
            as: (Int32, Int32, CivilDate).self
        )
        report.rejected += rejected.count
        for (line, seats, day) in rejected.sorted(by: { $0.0 < $1.0 }) {
            try report.reject(
                ImportFinding(
                    line: Int(line),
                    column: "namaJabatan",
                    .seatsTaken,
                    ["seats": .number(Int(seats)), "day": .text(day.iso)]
                )
            )
        }
        return rejected.count
    }

    /// Raises the seats of posts for which nobody entered any, from the days on which they have more holders; and gives a
    /// post that the file lists as vacant its first seat.
    static func follow(_ context: ImportContext, _ tx: inout Transaction) throws {
        let agency = context.agency
        try FollowingSeats.raise(agency, taken: taken(agency, where: "true"), forGood: true, &tx)
        try tx.execute(
            """
            insert into formasi (agency_id, post_id, valid_from, seats, source, recorded_by)
            select \(agency), t.post_id, \(context.day), 1, 'holders', 'import'
            from post t
            where t.agency_id = \(agency)
                and t.post_id in (select s.post_id from staged_posts s where s.nip is null and s.part is null)
                and t.post_id not in (\(fragment: FollowingSeats.entered(agency)))
                and seats_on(\(agency), t.post_id, t.capacity, \(context.day)) = 0
            on conflict (agency_id, post_id, valid_from) do update set seats = excluded.seats
            """
        )
    }
}
