public import Personnel
public import Postgres
import Texts

/// The set-based work of a cycle's phases on one agency's employments. Runs in the agency's scope.
public enum AppraisalPhases {
    /// What a phase did with a range of employments.
    public struct Outcome: Sendable {
        /// People handled.
        public let people: Int
        /// The people that it could not handle: the employment, a stable code, and why.
        public let unhandled: [(employment: Int64, code: String, reason: String)]
    }

    /// The employments that a phase has to handle, cut into ranges of at most `size`, with the number in each.
    ///
    /// Release and the final state are an agency's and not a person's: one range holds all.
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
            case .remind, .close, .score, .place, .release, .final:
                "select employment_id from appraisal where agency_id = \(agency) and cycle_id = \(cycle.id)"
            }
        let (first, last) = (range?.lowerBound ?? .min, range?.upperBound ?? .max)
        let size = phase >= .release ? Int.max : size
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

    /// Does one phase for a range of employments.
    public static func perform(
        _ phase: CyclePhase,
        _ cycle: Cycle,
        agency: AgencyID,
        _ range: ClosedRange<Int64>,
        _ tx: inout Transaction
    ) throws -> Outcome {
        let (first, last) = (range.lowerBound, range.upperBound)
        switch phase {
        case .open:
            let people = try tx.one("select open_appraisals(\(agency), \(cycle.id), \(first), \(last))", as: Int.self)
            return Outcome(people: people, unhandled: try excluded(cycle, agency: agency, range, &tx))
        case .remind:
            return try count("select remind_raters(\(agency), \(cycle.id), \(first), \(last))", &tx)
        case .close:
            return try count("select close_appraisals(\(agency), \(cycle.id), \(first), \(last))", &tx)
        case .score:
            return try count("select score_appraisals(\(agency), \(cycle.id), \(first), \(last))", &tx)
        case .place:
            return try count("select place_talent(\(agency), \(cycle.id), \(first), \(last))", &tx)
        case .release:
            try tx.execute("select release_results(\(agency), \(cycle.id))")
            return try count(closed(cycle, agency: agency), &tx)
        case .final:
            let open = try tx.all(
                "select employment_id, code from finalise_results(\(agency), \(cycle.id))",
                as: (Int64, String).self
            )
            let people = try tx.one(closed(cycle, agency: agency), as: Int.self)
            return Outcome(
                people: people - open.count,
                unhandled: open.map { ($0.0, $0.1, Self.reason($0.1)) }
            )
        }
    }

    private static func count(_ call: SQL, _ tx: inout Transaction) throws -> Outcome {
        Outcome(people: try tx.one(call, as: Int.self), unhandled: [])
    }

    private static func closed(_ cycle: Cycle, agency: AgencyID) -> SQL {
        """
        select count(*) from appraisal_closing
        where agency_id = \(agency) and cycle_id = \(cycle.id) and not superseded
        """
    }

    /// Excluded people of the range, and why.
    private static func excluded(
        _ cycle: Cycle,
        agency: AgencyID,
        _ range: ClosedRange<Int64>,
        _ tx: inout Transaction
    ) throws -> [(employment: Int64, code: String, reason: String)] {
        try tx.all(
            """
            select employment_id, reason from appraisal_exclusion
            where agency_id = \(agency) and cycle_id = \(cycle.id)
                and employment_id between \(range.lowerBound) and \(range.upperBound) and lifted_at is null
            order by employment_id
            """,
            as: (Int64, String).self
        )
        .map { ($0.0, $0.1, Self.reason($0.1)) }
    }

    /// In English, as it is kept.
    private static func reason(_ code: String) -> String {
        TextCatalogue.findings["unhandled.\(code)"]?.words(in: .english) ?? code
    }
}
