/// One thing that the rules leave to the city, as a dated number with its reason.
public struct RuleSetting: Sendable, Hashable {
    public let name: Name
    public let value: Int
    /// The by-law, decree or reason, in words.
    public let basis: String

    public init(name: Name, value: Int, basis: String) {
        self.name = name
        self.value = value
        self.basis = basis
    }

    /// The settings there are; a rule set has every one of them.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// Years for which an assessment's result is valid.
        case assessmentYears = "assessment_years"
        /// Years back in which an award counts.
        case awardYears = "award_years"
        /// Years back in which a team duty counts.
        case teamDutyYears = "team_duty_years"
        /// Years back in which a training counts.
        case trainingYears = "training_years"
        /// Years back in which a sanction counts.
        case disciplineYears = "discipline_years"
        /// For so many years after the day to which a register is complete, people without a row in it count as having
        /// nothing of its kind.
        case registerYears = "register_years"
        /// How many of the two assessments, competency and potential, a potential level needs.
        case minimumAssessments = "minimum_assessments"
        /// Percent of the performance axis that must be known before its score, and not the rating alone, gives the
        /// level.
        case minimumPerformanceWeight = "minimum_performance_weight"
        /// What gives the level of performance: 0 the score, as far as enough of it is known, 1 always the rating.
        case performanceLevelBasis = "performance_level_basis"
        /// Standard error of measurement of the performance score, in hundredths of a point.
        case performanceError = "performance_error"
        /// The same of the potential score.
        case potentialError = "potential_error"
        /// Months in a post before a transfer.
        case minimumMonthsInPost = "minimum_months_in_post"
        /// Months in a post after which a transfer is due.
        case maximumMonthsInPost = "maximum_months_in_post"
        /// Days for an objection to an appraisal.
        case objectionDays = "objection_days"
        /// 1 when those are working days, 0 when they are calendar days.
        case objectionWorkingDays = "objection_working_days"
        /// Members of a unit from which its distribution of ratings is compared with the pattern.
        case distributionMinimum = "distribution_minimum"
        /// Counts below it are not shown in a fairness table.
        case smallCell = "small_cell"
        /// Percent of a period's days that must be rated for a rating of the whole.
        case minimumSegmentShare = "minimum_segment_share"
        /// Successors that a critical post should have.
        case criticalSuccessors = "critical_successors"
        /// 1 when a job-person match is capped on its total, 0 when each competency is.
        case matchCapTotal = "match_cap_total"
        /// Months before retirement from which a transfer is warned of.
        case retirementWarningMonths = "retirement_warning_months"

        /// The values that make sense; others are refused.
        public var range: ClosedRange<Int> {
            switch self {
            case .assessmentYears, .awardYears, .teamDutyYears, .trainingYears, .disciplineYears, .registerYears:
                1...50
            case .minimumAssessments: 0...2
            case .minimumPerformanceWeight, .minimumSegmentShare: 0...100
            case .performanceError, .potentialError: 0...10_000
            case .minimumMonthsInPost, .maximumMonthsInPost, .retirementWarningMonths: 0...600
            case .objectionDays: 1...365
            case .objectionWorkingDays, .matchCapTotal, .performanceLevelBasis: 0...1
            case .distributionMinimum, .smallCell: 1...1_000
            case .criticalSuccessors: 0...100
            }
        }

        /// Words for the values 0, 1 and so on, which tables of rules may hold, too; empty for a setting that is a
        /// number.
        public var choices: [String] {
            switch self {
            case .performanceLevelBasis: PerformanceBasis.allCases.map(\.rawValue)
            default: []
            }
        }

        /// What holds in a rule set without the setting: a set that is older than the setting keeps its meaning.
        var unstated: RuleSetting? {
            switch self {
            case .performanceLevelBasis:
                RuleSetting(name: self, value: 0, basis: "not stated: as before there was such a setting")
            default: nil
            }
        }
    }

    /// The value as a word, where it has one, or as a number.
    public var text: String { name.choices.indices.contains(value) ? name.choices[value] : "\(value)" }
}
