/// What a text says differently each time.
public enum TextArgument: Sendable, Hashable {
    /// A name, a code, a day: the same in every language.
    case text(String)
    /// Written as the language writes numbers, "15.000".
    case number(Int)
    /// What the catalogue or a table words in both languages, such as a state.
    case wording(Wording)

    public func words(in language: Language) -> String {
        switch self {
        case .text(let text): text
        case .number(let number): language.number(number)
        case .wording(let wording): wording(language)
        }
    }
}

extension TextArgument: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .text(value) }
}

extension TextArgument: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .number(value) }
}
