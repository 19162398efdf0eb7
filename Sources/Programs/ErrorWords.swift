import CSV
import CityDatabase
import CityWork
import Foundation
import LocalServer
import Postgres
public import Texts

/// The words of a program about an error.
public struct ErrorWords: Sendable, Equatable {
    /// What failed, and why.
    public let fact: String
    /// The code in the catalogue; nil when a layer below has its own words.
    public let code: String?
    /// What a failing program wrote, in its own words; may be empty.
    public let output: String
    /// What to do next.
    public let advice: String?

    /// - Parameter error: nil comes from a `Stop` that has nothing left to say.
    public init?(_ error: any Error, in language: Language) {
        switch error {
        case let error as Stop:
            guard let code = error.code else { return nil }
            self.init(code, error.arguments, language)
        case let error as CityError:
            self.init(
                fact: error.message(in: language),
                code: error.code.rawValue,
                advice: Self.advice(error.code, error.arguments, language)
            )
        case let error as PostgresError:
            if let refusal = CityError(refusal: error) {
                self.init(refusal, in: language)
            } else {
                self.init(fact: "\(error)", code: nil, advice: error.advice.words(in: language))
            }
        case let error as CSVError: self.init(error.stopCode, error.arguments, language)
        case let error as PDFProblem: self.init(error.stopCode, error.arguments, language)
        case is CycleCalendar.InvalidDates: self.init(.cycleDatesOrder, [:], language)
        case is CancellationError: self.init(.programInterrupted, [:], language)
        case let error as CocoaError: self.init(.fileRefused, ["reason": .text(error.localizedDescription)], language)
        case let error as LocalServerError:
            let arguments = error.arguments.mapValues { TextArgument.text($0) }
            self.init(
                fact: error.code.entry.words(arguments, in: language),
                code: error.code.rawValue,
                output: error.output,
                advice: TextCatalogue.advice[error.code.rawValue]?.words(arguments, in: language)
            )
        default: self.init(.programBug, ["reason": "\(error)"], language)
        }
    }

    /// The words for something that a program itself refuses.
    init(_ code: Stop.Code, _ arguments: [String: TextArgument], _ language: Language) {
        self.init(
            fact: code.entry.words(arguments, in: language),
            code: code.rawValue,
            advice: TextCatalogue.advice[code.rawValue]?.words(arguments, in: language)
        )
    }

    private init(fact: String, code: String?, output: String = "", advice: String?) {
        (self.fact, self.code, self.output, self.advice) = (fact, code, output, advice)
    }

    /// The database takes back a refused change as a whole, so the advice can always say at least that.
    private static func advice(
        _ code: CityError.Code,
        _ arguments: [String: TextArgument],
        _ language: Language
    ) -> String? {
        if let own = TextCatalogue.advice[code.rawValue] { return own.words(arguments, in: language) }
        return code.state.map { _ in TextCatalogue.advice.words("refused", in: language) }
    }

    /// As standard error shows it, one line each: "error: the cycle is closed in this agency [cycle.closed]".
    public func lines(in language: Language) -> String {
        let fact = "\(language.text("galat", "error")): \(fact)" + (code.map { " [\($0)]" } ?? "")
        return fact + (output.isEmpty ? "" : "\n\(output)")
            + (advice.map { "\n\(language.text("saran", "hint")): \($0)" } ?? "")
    }
}

extension Wording {
    /// What failed, in both languages, as a part of another text.
    public init(_ error: any Error) {
        let facts = [Language.indonesian, .english].map { ErrorWords(error, in: $0)?.fact ?? "" }
        self.init(indonesian: facts[0], english: facts[1])
    }
}

extension LocalServerError.Code {
    /// The row of the catalogue.
    var entry: TextCatalogue.Entry {
        guard let entry = TextCatalogue.errors[rawValue] else {
            preconditionFailure("errors.csv has no row '\(rawValue)'")
        }
        return entry
    }

    /// With which the program ends.
    var status: ExitStatus {
        guard let status = entry.attributes["kind"].flatMap(ExitStatus.init(kind:)) else {
            preconditionFailure("errors.csv gives '\(rawValue)' no kind")
        }
        return status
    }
}

extension CSVError {
    var stopCode: Stop.Code {
        switch self {
        case .invalidUTF8: .csvInvalidUtf8
        case .fieldTooLong: .csvFieldTooLong
        case .tooManyFields: .csvTooManyFields
        case .unterminatedQuote: .csvUnterminatedQuote
        case .strayQuote: .csvStrayQuote
        case .strayReturn: .csvStrayReturn
        case .invalidUTF16: .csvInvalidUtf16
        case .empty: .csvEmpty
        case .document: .csvDocument
        case .unreadable: .csvUnreadable
        }
    }

    var arguments: [String: TextArgument] {
        switch self {
        case .invalidUTF8(let line, let offset): ["line": "\(line)", "offset": "\(offset)"]
        case .fieldTooLong(let line, let column, let limit):
            ["line": "\(line)", "column": "\(column)", "limit": .number(limit)]
        case .tooManyFields(let line, let limit): ["line": "\(line)", "limit": .number(limit)]
        case .unterminatedQuote(let line), .invalidUTF16(let line): ["line": "\(line)"]
        case .strayQuote(let line, let column), .strayReturn(let line, let column):
            ["line": "\(line)", "column": "\(column)"]
        case .empty: [:]
        case .document(let document): ["format": .text(document.rawValue)]
        case .unreadable(let path, let cause): ["path": .text(path), "reason": .text(cause)]
        }
    }
}
