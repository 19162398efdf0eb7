/// A text in both languages.
public struct Wording: Sendable, Hashable {
    public let indonesian: String
    public let english: String

    public init(indonesian: String, english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The same in both, as a name is.
    public init(_ both: String) { self.init(indonesian: both, english: both) }

    /// Texts in lines of their own, as a list below a text.
    public init(lines: [Wording]) {
        self.init(
            indonesian: lines.map { "  \($0.indonesian)" }.joined(separator: "\n"),
            english: lines.map { "  \($0.english)" }.joined(separator: "\n")
        )
    }

    public func callAsFunction(_ language: Language) -> String { language.text(indonesian, english) }
}
