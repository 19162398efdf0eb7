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

    public func callAsFunction(_ language: Language) -> String { language.text(indonesian, english) }
}
