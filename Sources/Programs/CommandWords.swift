public import ArgumentParser
import Characters
import Texts

/// The words of a command line that name a command, such as `cycle show`.
public enum CommandWords {
    /// Refuses a word that names no command, with the one that was probably meant: ArgumentParser would only call it
    /// unexpected, and would ignore it after `help`.
    ///
    /// - Throws: `Stop`.
    public static func check(_ words: [String], of program: any ParsableCommand.Type) throws {
        let typed = words.prefix { !$0.hasPrefix("-") }
        try check(typed.first == "help" ? typed.dropFirst() : typed, of: program, called: name(of: program))
    }

    private static func check(
        _ words: ArraySlice<String>,
        of command: any ParsableCommand.Type,
        called path: String
    ) throws {
        let configuration = command.configuration
        guard let word = words.first, !configuration.subcommands.isEmpty else { return }
        if let next = configuration.subcommands.first(where: { names(of: $0).contains(word) }) {
            return try check(words.dropFirst(), of: next, called: "\(path) \(word)")
        }
        guard configuration.defaultSubcommand == nil else { return }
        let meant = word.nearest(of: configuration.subcommands.flatMap { names(of: $0) })
        let suggestion = meant.map { Message.didYouMean(["word": .text($0)]) } ?? Wording("")
        throw Stop(
            .commandUnknown,
            ["word": .text(word), "command": .text(path), "suggestion": .wording(suggestion)]
        )
    }

    private static func name(of command: any ParsableCommand.Type) -> String { command._commandName }

    private static func names(of command: any ParsableCommand.Type) -> [String] {
        [name(of: command)] + command.configuration.aliases
    }
}
