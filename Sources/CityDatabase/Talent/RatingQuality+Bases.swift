public import Personnel
import Postgres

extension RatingQuality {
    /// People by their level of performance on either basis, whichever the cycle's rule set goes by.
    public func performanceBases(in reach: Reach) async throws -> PerformanceBases {
        let (rows, rules) = try await city.readManyPeople(as: reach.principal) { tx in
            let rows = try tx.all(
                """
                select s.rating, t.performance_score, t.performance_known, count(*)
                from talent_placement t
                join appraisal_score s on s.agency_id = t.agency_id and s.cycle_id = t.cycle_id
                    and s.employment_id = t.employment_id and not s.superseded
                where t.cycle_id = \(cycle.id) and s.cycle_id = \(cycle.id) and not t.superseded
                    and \(fragment: reach.condition("t.agency_id")) and \(fragment: reach.condition("s.agency_id"))
                group by 1, 2, 3
                """,
                as: (Rating, Score?, Int16?, Int).self
            )
            return (rows, try RuleSets.find(cycle.ruleSet, &tx))
        }
        let groups = rows.map { rating, score, known, people in
            PerformanceBases.Group(rating: rating, axis: TalentPlacement.axis(score, known), people: people)
        }
        return PerformanceBases(groups, rules: rules)
    }
}
