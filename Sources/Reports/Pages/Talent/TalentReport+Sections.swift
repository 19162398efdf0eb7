public import Texts

extension TalentReport {
    /// People by their level of performance, from the lowest up, on either basis: the rating's level and the score's. Nil
    /// where a count is hidden.
    public struct Bases: Sendable, Hashable {
        /// Whether the map goes by the rating; otherwise by the score.
        public let isRating: Bool
        public let byRating: [Int?]
        public let byScore: [Int?]
        /// People whose level is lower by the score than by the rating, and higher.
        public let lower: Int?
        public let higher: Int?
        /// Counts of fewer people are hidden.
        public let smallestGroup: Int

        public init(
            isRating: Bool,
            byRating: [Int?],
            byScore: [Int?],
            lower: Int?,
            higher: Int?,
            smallestGroup: Int
        ) {
            self.isRating = isRating
            self.byRating = byRating
            self.byScore = byScore
            self.lower = lower
            self.higher = higher
            self.smallestGroup = smallestGroup
        }
    }

    /// How groups fare, side by side: a difference is a question, not a proof.
    public struct Fairness: Sendable, Hashable {
        /// Groups of one kind one after the other. Those of which everything is hidden are counted and not shown.
        public let rows: [Row]
        /// Counts below it are hidden, with the counts that would give them away.
        public let smallestGroup: Int
        public let note: Wording?

        public init(rows: [Row], smallestGroup: Int, note: Wording? = nil) {
            self.rows = rows
            self.smallestGroup = smallestGroup
            self.note = note
        }

        public struct Row: Sendable, Hashable {
            /// "Jenis kelamin", "Kelompok umur".
            public let kind: Wording
            /// "Perempuan", "30–39".
            public let group: Wording
            public let people: Int?
            /// With performance above expectation, 0 to 1; nil where it is hidden, or there is none. So with the next.
            public let highPerformance: Double?
            /// With high potential, 0 to 1.
            public let highPotential: Double?

            public init(
                kind: Wording,
                group: Wording,
                people: Int?,
                highPerformance: Double?,
                highPotential: Double?
            ) {
                self.kind = kind
                self.group = group
                self.people = people
                self.highPerformance = highPerformance
                self.highPotential = highPotential
            }
        }
    }

    /// How raters' ratings lie to what others give people alike; no rater is named.
    public struct RaterSeverity: Sendable, Hashable {
        /// With enough ratings to be compared.
        public let raters: Int
        /// Milder or stricter than chance explains.
        public let notable: Int
        /// From the strictest to the mildest.
        public let bins: [Bin]

        public init(raters: Int, notable: Int, bins: [Bin]) {
            self.raters = raters
            self.notable = notable
            self.bins = bins
        }

        /// Raters whose mean difference lies from `from` up to, but not at, `to`, in steps of the rating.
        public struct Bin: Sendable, Hashable {
            /// Nil for all who are stricter.
            public let from: Double?
            /// Nil for all who are milder.
            public let to: Double?
            public let raters: Int

            public init(from: Double?, to: Double?, raters: Int) {
                self.from = from
                self.to = to
                self.raters = raters
            }
        }
    }

    /// What to prepare; nil where it is not known.
    public struct Outlook: Sendable, Hashable {
        /// People for whom a transfer is due: longest time in post reached.
        public let due: Int?
        /// People who reach retirement age within `retiringMonths`.
        public let retiring: Int?
        public let retiringMonths: Int
        /// Posts without a holder.
        public let vacant: Int?
        /// All posts.
        public let posts: Int?

        public init(due: Int?, retiring: Int?, retiringMonths: Int = 12, vacant: Int?, posts: Int? = nil) {
            self.due = due
            self.retiring = retiring
            self.retiringMonths = retiringMonths
            self.vacant = vacant
            self.posts = posts
        }
    }
}
