import Characters
import Foundation
public import Texts

/// Prints the program's words: data to standard output, everything else to standard error. Names and messages come from
/// outside, so control characters in them are shown and never obeyed.
public enum Terminal {
    public static func say(_ text: String, hint: String? = nil) {
        let hint = hint.map { Message.terminalHint(["text": .text($0)])(ProgramLanguage.current) + "\n" }
        StandardStream.error.write((text + "\n" + (hint ?? "")).visible)
    }

    /// In the program's language.
    public static func say(_ text: Wording, hint: Wording? = nil) {
        say(text(ProgramLanguage.current), hint: hint?(ProgramLanguage.current))
    }

    /// For people, and for JSON, which has its own escapes.
    public static func print(_ text: String) { write(text.visible) }

    /// In the program's language.
    public static func print(_ text: Wording) { print(text(ProgramLanguage.current)) }

    /// For other programs: a file or a pipe gets it unchanged.
    public static func print(data text: String) { write(isatty(STDOUT_FILENO) == 1 ? text.visible : text) }

    /// Lines with our own colours, whose texts are visible already.
    public static func print(painted text: String) { write(text) }

    private static func write(_ text: String) {
        StandardStream.output.write(text.hasSuffix("\n") ? text : text + "\n")
    }

    /// Columns of the terminal on standard output; nil when it is not a terminal.
    public static var width: Int? { columns(of: STDOUT_FILENO) }

    public static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    public static var showsColour: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    public static func columns(of descriptor: Int32) -> Int? {
        size(of: descriptor).flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil }
    }

    /// Lines of the terminal on standard output; nil when it is not a terminal.
    public static var height: Int? {
        size(of: STDOUT_FILENO).flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil }
    }

    private static func size(of descriptor: Int32) -> winsize? {
        var size = winsize()
        return unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
    }

    /// Asks before something that cannot be undone: "y", "ya" and "yes" mean yes in every language. Without a terminal
    /// the answer is no.
    public static func confirms(_ question: Wording) -> Bool {
        guard isatty(STDIN_FILENO) == 1 else { return false }
        let prompt = Message.terminalQuestion(["question": .wording(question)])
        StandardStream.error.write(prompt(ProgramLanguage.current).visible)
        let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
        return answer.map(["y", "ya", "yes"].contains) ?? false
    }
}
