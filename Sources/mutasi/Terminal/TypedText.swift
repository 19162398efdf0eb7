import ArgumentParser
import Characters
import Programs
import Texts

/// Words as typed, to be kept: a name, a reason, a note. They are read only when they are needed: the parser's own refusal
/// would print what was typed.
struct TypedText: ExpressibleByArgument {
    private let text: OutsideText

    init?(argument: String) {
        text = OutsideText(argument)
    }

    /// The words without what nobody sees.
    ///
    /// - Parameter option: where they were typed, as `--reason`.
    /// - Throws: `Stop` when nothing is left of them, or they hold a control character; it shows nothing else of them.
    func read(_ option: String) throws -> String {
        guard !text.text.isEmpty else { throw Stop(.textEmpty, ["option": .text(option)]) }
        do {
            return try text.plain
        } catch {
            throw Stop(.textControl, ["option": .text(option), "character": "\(error)"])
        }
    }
}
