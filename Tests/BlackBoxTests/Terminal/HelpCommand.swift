import Foundation
import TestSupport

/// A command as the program itself describes it.
struct HelpCommand: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable { let name: String }
        let kind: String
        let names: [Name]?
        let allValues: [String]?
        let isOptional: Bool
        let isRepeating: Bool

        func takes(_ value: String) -> Bool { value.contains("$") || allValues?.contains(value) != false }
    }

    let commandName: String
    let arguments: [Argument]?
    let subcommands: [HelpCommand]?
    let defaultSubcommand: String?

    static func of(_ program: String) async throws -> HelpCommand {
        struct Help: Decodable { let command: HelpCommand }
        let result = try await Program.built(program).run(["--experimental-dump-help"])
        return try JSONDecoder().decode(Help.self, from: Data(result.standardOutput.utf8)).command
    }

    /// The commands that can be run, by their words, with the names of their options.
    func leaves(_ words: [String] = []) -> [(words: String, options: Set<String>)] {
        // Every program has the command "help".
        let inner = (subcommands ?? []).filter { $0.commandName != "help" }
        guard inner.isEmpty else { return inner.flatMap { $0.leaves(words + [$0.commandName]) } }
        let names = (arguments ?? []).flatMap { $0.names ?? [] }.map(\.name)
        return [(words.joined(separator: " "), Set(names))]
    }

    /// The words without `--language id`, which every command takes.
    static func withoutLanguage(_ words: ArraySlice<String>) -> ArraySlice<String> {
        guard let place = words.firstIndex(of: "--language"),
            words.dropFirst(place - words.startIndex + 1).first == "id"
        else { return words }
        return words[..<place] + words[(place + 2)...]
    }

    /// The reason for which the program would refuse these words; nil when it accepts them.
    func flaw(in words: ArraySlice<String>) -> String? {
        if let next = words.first, let command = subcommands?.first(where: { $0.commandName == next }) {
            return command.flaw(in: words.dropFirst())
        }
        if let command = subcommands?.first(where: { $0.commandName == defaultSubcommand }) {
            return command.flaw(in: words)
        }
        // Every program has the command "help".
        let hasCommands = subcommands?.contains { $0.commandName != "help" } == true
        if hasCommands, let first = words.first, !first.hasPrefix("-") { return "no command \(first)" }
        return hasCommands && words.isEmpty ? "lacks a command" : flawOfArguments(words)
    }

    private func flawOfArguments(_ words: ArraySlice<String>) -> String? {
        let options = (arguments ?? []).filter { $0.kind != "positional" }
        let places = (arguments ?? []).filter { $0.kind == "positional" }
        var given: Set<String> = []
        var values: [String] = []
        var words = words
        while let word = words.popFirst() {
            guard word.hasPrefix("-"), word != "-" else {
                values.append(word)
                continue
            }
            let name = word.drop { $0 == "-" }
            guard let option = options.first(where: { $0.names?.contains { $0.name == name } == true }) else {
                return "no option \(word)"
            }
            given.insert(String(name))
            if option.kind == "option" {
                guard let value = words.popFirst(), option.takes(value) else { return "not a value of \(word)" }
            }
        }
        if given.contains("help") || given.contains("version") { return nil }
        let missing = options.first { option in
            !option.isOptional && option.names?.contains { given.contains($0.name) } != true
        }
        if let missing { return "lacks --\(missing.names?.first?.name ?? "")" }
        if values.count < places.count(where: { !$0.isOptional }) { return "lacks an argument" }
        if values.count > places.count, places.last?.isRepeating != true { return "an argument too many" }
        return zip(places, values).first { !$0.takes($1) }.map { "not a value: \($1)" }
    }
}
