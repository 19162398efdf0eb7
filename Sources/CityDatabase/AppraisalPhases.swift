public import Personnel
public import Postgres

/// The set-based work of a cycle's phases on one agency's employments. Runs in the agency's scope.
public enum AppraisalPhases {
    /// The employments that a phase has to handle, cut into ranges of at most `size`, with the number in each.
    public static func ranges(
        _ phase: CyclePhase,
        _ cycle: Cycle,
        agency: AgencyID,
        within range: ClosedRange<Int64>?,
        size: Int,
        _ tx: inout Transaction
    ) throws -> [(keys: ClosedRange<Int64>, count: Int)] {
        let keys: SQL =
            switch phase {
            case .open: "select employment_id from employment where agency_id = \(agency)"
            case .close, .score, .place:
                "select employment_id from appraisal where agency_id = \(agency) and cycle_id = \(cycle.id)"
            }
        let (first, last) = (range?.lowerBound ?? .min, range?.upperBound ?? .max)
        let parts = try tx.all(
            """
            select min(employment_id), max(employment_id), count(*)
            from (
                select employment_id, (row_number() over (order by employment_id) - 1) / \(size) as part
                from (\(fragment: keys)) k
                where employment_id between \(first) and \(last)
            ) p
            group by part order by part
            """,
            as: (Int64, Int64, Int).self
        )
        return parts.map { ($0.0...$0.1, $0.2) }
    }

    /// Does one phase for a range of employments; the number of people handled.
    public static func perform(
        _ phase: CyclePhase,
        _ cycle: Cycle,
        agency: AgencyID,
        _ range: ClosedRange<Int64>,
        _ tx: inout Transaction
    ) throws -> Int {
        let (first, last) = (range.lowerBound, range.upperBound)
        let call: SQL =
            switch phase {
            case .open: "select open_appraisals(\(agency), \(cycle.id), \(first), \(last))"
            case .close: "select close_appraisals(\(agency), \(cycle.id), \(first), \(last))"
            case .score: "select score_appraisals(\(agency), \(cycle.id), \(first), \(last))"
            case .place: "select place_talent(\(agency), \(cycle.id), \(first), \(last))"
            }
        return try tx.one(call, as: Int.self)
    }

    /// Employments of the range that were to be opened and could not: employed on the day, but without a post.
    ///
    /// - Parameter opened: how many of the range were opened. Usually that is everybody, and counting tells it soonest.
    public static func withoutPost(
        _ cycle: Cycle,
        agency: AgencyID,
        _ range: ClosedRange<Int64>,
        opened: Int,
        _ tx: inout Transaction
    ) throws -> [Int64] {
        let employed = try tx.one(
            """
            select count(*)
            from (select phase_day(\(cycle.id), 'open') as day offset 0) d
            join employment e on e.valid @> d.day
            where e.agency_id = \(agency)
                and e.employment_id between \(range.lowerBound) and \(range.upperBound)
            """,
            as: Int.self
        )
        guard employed != opened else { return [] }
        return try tx.all(
            """
            select e.employment_id
            from (select phase_day(\(cycle.id), 'open') as day offset 0) d
            join employment e on e.valid @> d.day
            where e.agency_id = \(agency)
                and e.employment_id between \(range.lowerBound) and \(range.upperBound)
                and not exists (
                    select from assignment a
                    where a.agency_id = e.agency_id and a.employment_id = e.employment_id
                        and a.kind = 'definitive' and a.valid @> d.day
                )
            order by e.employment_id
            """,
            as: Int64.self
        )
    }
}
