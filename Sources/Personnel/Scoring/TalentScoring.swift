/// Computes scores, levels and boxes by one rule set (PermenPANRB 20/2025 art. 17, Keputusan Kepala BKN 411/2025).
///
/// A component that is not known is missing and never zero: it leaves the mean together with its weight.
///
/// Says what is right for one person. A cycle is scored by `sql/routines/talent.sql`, and tests compare the two.
public struct TalentScoring: Sendable, Hashable {
    public let rules: RuleSet

    public init(_ rules: RuleSet) {
        self.rules = rules
    }

    /// The place of a person of whom these scores are known.
    ///
    /// The level of performance comes from the score or from the rating, as `RuleSet.performanceBasis(known:)` says: from
    /// `rating`, or else from the rating whose score is the component's. The level of potential needs
    /// `minimum_assessments` of competency and potential.
    public func place(_ scores: [TalentComponent: Score], rating: Rating? = nil) -> TalentPlacementScore {
        var scores = scores
        if scores[.rating] == nil { scores[.rating] = rating.flatMap { score(rating: $0) } }
        let performance = score(of: .performance, scores)
        let potential = score(of: .potential, scores)
        let (performanceLevel, basis) = performanceLevel(performance, scores, rating)
        let potentialLevel = potentialLevel(potential, scores)
        var box: Int?
        if let performanceLevel, let potentialLevel {
            box = rules.boxes.number(performance: performanceLevel, potential: potentialLevel)
        }
        var talentScore: Score?
        if let performance, let potential {
            talentScore = Score.mean([(performance.value, 1), (potential.value, 1)])
        }
        return TalentPlacementScore(
            performance: performance,
            potential: potential,
            performanceLevel: performanceLevel,
            performanceBasis: basis,
            potentialLevel: potentialLevel,
            box: box,
            talentScore: talentScore,
            missing: TalentComponent.allCases.filter { scores[$0] == nil }
        )
    }

    private func score(of axis: TalentAxis, _ scores: [TalentComponent: Score]) -> AxisScore? {
        let known = axis.components.compactMap { component in
            scores[component].map { (score: $0, weight: rules.weights[component, default: 0]) }
        }
        return Score.mean(known).map { AxisScore(value: $0, knownWeight: known.reduce(0) { $0 + $1.weight }) }
    }

    private func performanceLevel(
        _ axis: AxisScore?,
        _ scores: [TalentComponent: Score],
        _ rating: Rating?
    ) -> (TalentLevel?, PerformanceBasis?) {
        if let axis, rules.performanceBasis(known: axis.knownWeight) == .score {
            return (rules.level(of: axis.value, on: .performance), .score)
        }
        guard let level = rating.flatMap({ rules.performanceLevels[$0] }) ?? levelOfRating(scores[.rating]) else {
            return (nil, nil)
        }
        return (level, .rating)
    }

    /// The level of the ratings that have this score; nil when there is none, or when they differ.
    private func levelOfRating(_ score: Score?) -> TalentLevel? {
        guard let score else { return nil }
        let ratings = Rating.allCases.filter { self.score(rating: $0) == score }
        let levels = Set(ratings.compactMap { rules.performanceLevels[$0] })
        return levels.count == 1 ? levels.first : nil
    }

    private func potentialLevel(_ axis: AxisScore?, _ scores: [TalentComponent: Score]) -> TalentLevel? {
        let assessed = [TalentComponent.competency, .potential].count { scores[$0] != nil }
        guard let axis, assessed >= rules[.minimumAssessments] else { return nil }
        return rules.level(of: axis.value, on: .potential)
    }
}

extension TalentScoring {
    public func score(rating: Rating) -> Score? {
        score(TalentComponent.rating.rawValue, level: rating.code)
    }

    /// The score of the best of the awards of the last `award_years` years, by level; that of "none" when there were
    /// none. Nil when one of the levels has no score.
    public func score(awards levels: [String]) -> Score? {
        best(TalentComponent.award.rawValue, levels)
    }

    /// The same for the team duties of the last `team_duty_years` years.
    public func score(teamDuties levels: [String]) -> Score? {
        best(TalentComponent.teamDuty.rawValue, levels)
    }

    /// The score of the worst of the sanctions of the last `discipline_years` years, by level ("serving" for one that
    /// still runs); that of "none" when there were none. Nil when one of the levels has no score.
    public func score(sanctions levels: [String]) -> Score? {
        let scores = scores(TalentComponent.discipline.rawValue, levels)
        return scores?.min()
    }

    /// The score of a component or part at a level, by their codes; nil when there is no such level.
    public func score(_ component: String, level: String) -> Score? {
        rules.levelScores.first { $0.component == component && $0.level == level }?.score
    }

    /// The score of a component or part at a number: that of the highest step which the number reaches. Nil below the
    /// lowest step: an education below the lowest scored one is not known, not zero.
    public func score(_ component: String, number: Int) -> Score? {
        rules.steps.last { $0.component == component && $0.atLeast <= number }?.score
    }

    /// The score of a component made of parts, by the parts' codes: the weighted mean over the parts that are known. Nil
    /// when none is.
    public func score(component: TalentComponent, parts: [String: Score]) -> Score? {
        Score.mean(
            rules.parts.compactMap { part in
                part.component == component ? parts[part.part].map { (score: $0, weight: part.weight) } : nil
            }
        )
    }

    private func best(_ component: String, _ levels: [String]) -> Score? {
        scores(component, levels)?.max()
    }

    private func scores(_ component: String, _ levels: [String]) -> [Score]? {
        let scores = (levels.isEmpty ? ["none"] : levels).map { score(component, level: $0) }
        return scores.contains(nil) ? nil : scores.compactMap(\.self)
    }
}
