/// What the rules need to know of a piece of evidence to tell whether it counts on a day.
///
/// The scores themselves are computed in `sql/routines/talent.sql`, by the same conditions.
public struct EvidenceFact: Sendable, Hashable {
    /// "award", "team_duty", "certificate", …
    public let kind: String
    /// What `level_score` scores.
    public let level: String?
    /// Whether somebody stated the score.
    public let isStated: Bool
    /// Nil where it is not known.
    public let first: CivilDate?
    /// Nil while it goes on, or where it is of one day.
    public let last: CivilDate?

    public init(kind: String, level: String?, isStated: Bool, first: CivilDate?, last: CivilDate?) {
        self.kind = kind
        self.level = level
        self.isStated = isStated
        self.first = first
        self.last = last
    }

    /// Which of a person's facts count on a day, in their order.
    ///
    /// Each kind has its years (`award_years`, …). Of stated scores the newest counts, and only where no record of the same
    /// component does.
    public static func counted(_ facts: [EvidenceFact], rules: RuleSet, on day: CivilDate) -> [Bool] {
        let records = facts.map { !$0.isStated && $0.isRecordCounted(rules, day) }
        func hasRecord(like kind: String) -> Bool {
            let kinds: Set<String> =
                switch kind {
                case "development": ["certificate", "leadership"]
                case "experience": ["posting"]
                default: [kind]
                }
            return zip(facts, records).contains { $1 && kinds.contains($0.kind) }
        }
        return zip(facts, records)
            .map { fact, isRecord in
                guard fact.isStated else { return isRecord }
                guard let first = fact.first, first <= day, first > day.years(rules[.assessmentYears]) else {
                    return false
                }
                let isNewest = !facts.contains { other in
                    other.isStated && other.kind == fact.kind && other.first.map { $0 > first && $0 <= day } == true
                }
                return isNewest && !hasRecord(like: fact.kind)
            }
    }

    private func isRecordCounted(_ rules: RuleSet, _ day: CivilDate) -> Bool {
        // The level of education has no day of its own.
        guard let first else { return true }
        guard first <= day else { return false }
        let isScored = rules.levelScores.contains { $0.component == kind && $0.level == level }
        return switch kind {
        case "award": isScored && first > day.years(rules[.awardYears])
        case "team_duty": isScored && (last ?? day) > day.years(rules[.teamDutyYears])
        case "discipline": isScored && max(first, last ?? first) > day.years(rules[.disciplineYears])
        case "certificate", "leadership": first > day.years(rules[.trainingYears])
        default: true
        }
    }
}

extension CivilDate {
    /// So many years earlier.
    fileprivate func years(_ count: Int) -> CivilDate { adding(months: -12 * count) }
}
