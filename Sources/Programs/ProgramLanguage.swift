public import ArgumentParser
import Foundation
public import Texts

/// The language that a program speaks, on the terminal and in the files that it writes: `--language` anywhere in the command
/// line, else `MUTASI_LANGUAGE`, else the locale's.
public struct ProgramLanguage: Sendable {
    /// The language of this process, for as long as it runs.
    public static var current: Language { process.language }

    private static let process = ProgramLanguage(
        arguments: Array(CommandLine.arguments.dropFirst()),
        environment: ProcessInfo.processInfo.environment
    )

    /// The first of the three that names a language. A wrong value is skipped, so that its refusal has a language, too.
    public let language: Language
    private let words: [String]
    private let refusal: Stop?

    /// - Parameter arguments: the words after the program's name.
    public init(arguments: [String], environment: [String: String]) {
        let option = Self.split(arguments)
        let variable = environment["MUTASI_LANGUAGE"].flatMap { $0.isEmpty ? nil : $0 }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        let fallback = variable.flatMap(Language.init) ?? Language(locale: locale ?? "")
        language = option.values.last.flatMap { $0 }.flatMap(Language.init) ?? fallback
        words = option.rest
        refusal =
            if let wrong = option.values.first(where: { $0.flatMap(Language.init) == nil }) {
                Stop(.languageUnknown, Self.refused(wrong))
            } else if option.values.isEmpty, let variable, Language(rawValue: variable) == nil {
                Stop(.languageUnknownVariable, Self.refused(variable))
            } else {
                nil
            }
    }

    /// The words left for ArgumentParser to parse: every command has the option, and none declares it.
    ///
    /// - Throws: `Stop` for a value that is not a language: a usage error in the option, a configuration error in the
    ///   variable.
    public func arguments() throws -> [String] {
        if let refusal { throw refusal }
        return words
    }

    /// The same for this process's command line.
    public static func arguments() throws -> [String] { try process.arguments() }

    /// The option's values, nil where one is missing, and the other words. After `--` no word is an option.
    private static func split(_ arguments: [String]) -> (values: [String?], rest: [String]) {
        var (values, rest, words): ([String?], [String], ArraySlice<String>) = ([], [], arguments[...])
        while let word = words.popFirst() {
            if word == "--" {
                return (values, rest + [word] + words)
            } else if word == "--language" {
                values.append(words.first?.hasPrefix("-") == false ? words.popFirst() : nil)
            } else if word.hasPrefix("--language=") {
                values.append(String(word.dropFirst("--language=".count)))
            } else {
                rest.append(word)
            }
        }
        return (values, rest)
    }

    private static func refused(_ value: String?) -> [String: TextArgument] {
        [
            "value": .text(value ?? ""),
            "possible": .text(Language.allCases.map(\.rawValue).joined(separator: ", ")),
        ]
    }
}

/// Shows `--language` in the help of a program, and offers it for completion. It is taken off the command line before
/// this is parsed.
public struct LanguageOption: ParsableArguments {
    @Option(
        help:
            "The language of texts, tables and pages, in any command: id or en. Else MUTASI_LANGUAGE, else the locale."
    )
    var language: Language?

    public init() {}
}

extension Language: ExpressibleByArgument {}
