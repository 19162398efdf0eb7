/// What the programs say beside their data. Each is a text of `messages.csv` under its raw value.
public enum Message: String, CaseIterable, Sendable {
    case unknownLanguage = "language.unknown"
    case unknownLanguageVariable = "language.unknown_variable"

    /// The text with its arguments, by the names of its places.
    public func words(_ arguments: [String: TextArgument] = [:], in language: Language) -> String {
        guard let entry = TextCatalogue.messages[rawValue] else {
            assertionFailure("messages.csv has no \(rawValue)")
            return rawValue
        }
        assert(entry.english.names == Set(arguments.keys), "\(rawValue) says \(entry.english.names)")
        return entry.words(arguments, in: language)
    }
}
