public import Personnel
public import Texts

extension PersonSheet {
    /// Performance or potential: what it is made of and what it came to.
    public struct Axis: Sendable, Hashable {
        public let components: [Component]
        /// Percent of the weights whose component has a score, 0 to 100.
        public let knownWeight: Double
        /// 0 to 100; nil while too little is known.
        public let score: Double?
        public let level: TalentLevel?

        public init(components: [Component], knownWeight: Double, score: Double?, level: TalentLevel?) {
            self.components = components
            self.knownWeight = knownWeight
            self.score = score
            self.level = level
        }
    }

    public struct Component: Sendable, Hashable {
        public let title: Wording
        /// Percent of the axis.
        public let weight: Double
        /// 0 to 100; nil where it is missing.
        public let score: Double?
        /// What counts.
        public let evidence: [Evidence]
        /// What is recorded and does not count, because it is too old or something newer took its place.
        public let notCounted: [Evidence]

        public init(
            title: Wording,
            weight: Double,
            score: Double?,
            evidence: [Evidence] = [],
            notCounted: [Evidence] = []
        ) {
            self.title = title
            self.weight = weight
            self.score = score
            self.evidence = evidence
            self.notCounted = notCounted
        }
    }

    /// What a score rests on.
    public struct Evidence: Sendable, Hashable {
        /// "SK 800/123/2025, Ketua tim kerja".
        public let document: Wording
        public let time: Time

        /// When it was.
        public enum Time: Sendable, Hashable {
            case unknown
            case day(CivilDate)
            /// From the first to the last day; nil while it lasts.
            case period(CivilDate, CivilDate?)
        }

        public init(document: Wording, time: Time) {
            self.document = document
            self.time = time
        }

        func text(_ language: Language) -> String {
            let time =
                switch time {
                case .unknown: ""
                case .day(let day): ", " + language.date(day)
                case .period(let first, nil): language.text(", sejak ", ", since ") + language.date(first)
                case .period(let first, let last?): ", \(language.date(first)) – \(language.date(last))"
                }
            return document(language) + time
        }
    }

    static func notCountedTitle(_ language: Language) -> String {
        language.text("Tidak diperhitungkan:", "Not counted:")
    }

    /// One of the placements that were recorded, none of which was ever overwritten.
    public struct Version: Sendable, Hashable {
        public let number: Int
        /// "Perhitungan", "Koreksi", "Keberatan".
        public let kind: Wording
        public let day: CivilDate
        public let by: String
        public let why: String

        public init(number: Int, kind: Wording, day: CivilDate, by: String, why: String) {
            self.number = number
            self.kind = kind
            self.day = day
            self.by = by
            self.why = why
        }
    }
}

extension PersonSheet {
    func levelText(_ axis: KeyPath<PersonSheet, Axis>, _ language: Language) -> String {
        let isPerformance = axis == \.performance
        return switch self[keyPath: axis].level {
        case .low:
            isPerformance ? language.text("di bawah ekspektasi", "below expectation") : language.text("rendah", "low")
        case .medium:
            isPerformance ? language.text("sesuai ekspektasi", "as expected") : language.text("menengah", "medium")
        case .high:
            isPerformance ? language.text("di atas ekspektasi", "above expectation") : language.text("tinggi", "high")
        case nil: language.text("belum diketahui", "not known yet")
        }
    }

    func axisTitle(_ axis: KeyPath<PersonSheet, Axis>, _ language: Language) -> String {
        axis == \.performance
            ? language.text("Kinerja (sumbu Y)", "Performance (Y axis)")
            : language.text("Potensial (sumbu X)", "Potential (X axis)")
    }

    /// What the box is read as: "Kotak 8", and why there is none.
    func boxText(_ language: Language) -> String {
        box.map { language.text("Kotak \($0)", "Box \($0)") } ?? language.text("Belum dipetakan", "Not placed")
    }

    /// The points a component adds: its weight's share of its score.
    func points(_ component: Component) -> Double? { component.score.map { $0 * component.weight / 100 } }

    /// A weight in percent, with decimals only where there are some.
    func weight(_ weight: Double, _ language: Language) -> String {
        language.decimal(weight, places: weight.isFinite && weight == weight.rounded() ? 0 : 1)
            + language.text("\u{A0}%", "%")
    }

    func score(_ score: Double?, _ language: Language) -> String {
        score.map { language.decimal($0, places: 2) } ?? language.text("belum ada", "missing")
    }
}
