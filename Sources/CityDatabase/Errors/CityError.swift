public import Texts

/// Why the city's data could not be read or changed as asked: a code, and the values that its text needs.
///
/// The program says what to do next, because it knows its commands: see `advice.csv` of `Texts`.
public struct CityError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Who or what has to change next.
    public enum Kind: String, Sendable {
        /// The input is wrong.
        case input
        /// The named thing does not exist.
        case notFound
        /// The request contradicts existing data.
        case conflict
        /// The schema is not the one that this program carries.
        case schema
        /// Others hold what is needed, for too long.
        case busy
    }

    public let code: Code
    /// Values by the names of the places in the code's text. None of them is a personal datum.
    public let arguments: [String: TextArgument]

    /// - Parameter arguments: one for each place of the code's text, and no others.
    public init(_ code: Code, _ arguments: [String: TextArgument] = [:]) {
        assert(
            Set(arguments.keys) == code.places,
            "\(code.rawValue) says \(code.places.sorted()), given: \(arguments.keys.sorted())"
        )
        self.code = code
        self.arguments = arguments
    }

    public var kind: Kind { code.kind }

    /// What failed and why, in one sentence.
    public func message(in language: Language) -> String { code.entry.words(arguments, in: language) }

    /// The message that says something in English, as the database keeps it, in both languages; nil where no code says so.
    public static func wording(ofEnglish text: String) -> Wording? {
        TextCatalogue.errors.wording(ofEnglish: text) { Code(rawValue: $0) != nil }
    }

    /// The message in English.
    public var description: String { message(in: .english) }
}

extension CityError.Code {
    /// The row of the catalogue.
    public var entry: TextCatalogue.Entry {
        guard let entry = TextCatalogue.errors[rawValue] else {
            preconditionFailure("errors.csv has no row '\(rawValue)'")
        }
        return entry
    }

    public var kind: CityError.Kind {
        guard let kind = entry.attributes["kind"].flatMap(CityError.Kind.init(rawValue:)) else {
            preconditionFailure("errors.csv gives '\(rawValue)' no kind")
        }
        return kind
    }

    /// The SQLSTATE by which the database refuses the same; nil where only programs refuse it.
    public var state: String? {
        entry.attributes["state"].flatMap { $0.isEmpty ? nil : $0 }
    }

    var places: Set<String> { entry.english.names }
}
