/// A condition of the city's own, as data: what the rules know of a case, compared with a value.
///
/// Such as a province's "at most 40 years of age": cities differ, and a further condition needs no further release.
public struct LocalCondition: Sendable, Hashable {
    /// Raw values are codes for data.
    public enum Comparison: String, Sendable, Hashable, CaseIterable {
        case atLeast = "at_least"
        case atMost = "at_most"
        case equals
        case differs
        /// The document of the kind bears the planned day or an earlier one.
        case onFile = "on_file"

        public init?(code: some StringProtocol) {
            self.init(rawValue: String(code))
        }

        /// A stable code for data.
        public var code: String { rawValue }
    }

    /// 1 to 40 small letters and underscores; not that of a rule.
    public let code: String
    public let fact: LocalFact
    public let comparison: Comparison
    /// As the fact is written.
    public let value: String
    /// Nil for all directions.
    public let direction: TransferDirection?
    /// Nil for all levels of the seat that is filled.
    public let level: PositionLevel?
    /// `block`, `warn`, or `notApplied` from this day on.
    public let effect: TransferEffect
    public let allowsException: Bool
    public let validFrom: CivilDate
    /// The by-law or decree.
    public let source: String
    private let number: Int

    /// Nil for a code that a rule has or that is not written so, a comparison or a value that the fact does not have, and
    /// the effect `gate`.
    public init?(
        _ code: String,
        _ fact: LocalFact,
        _ comparison: Comparison,
        _ value: String,
        direction: TransferDirection? = nil,
        level: PositionLevel? = nil,
        effect: TransferEffect,
        allowsException: Bool,
        validFrom: CivilDate,
        source: String
    ) {
        guard Self.isCode(code), fact.comparisons.contains(comparison), let number = fact.number(value), effect != .gate
        else { return nil }
        self.code = code
        self.fact = fact
        self.comparison = comparison
        self.value = value
        self.direction = direction
        self.level = level
        self.effect = effect
        self.allowsException = allowsException
        self.validFrom = validFrom
        self.source = source
        self.number = number
    }

    /// Whether a condition may be called so.
    static func isCode(_ text: String) -> Bool { DocumentKind(code: text) != nil && TransferRule(code: text) == nil }

    /// Whether a number that the case has is as asked.
    func isMet(_ own: Int) -> Bool {
        switch comparison {
        case .atLeast: own >= number
        case .atMost: own <= number
        case .equals: own == number
        case .differs: own != number
        case .onFile: own > 0
        }
    }
}
