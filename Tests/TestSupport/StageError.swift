/// The reason why something that a test needs could not be set up, and what to do next.
public struct StageError: Error, Sendable, CustomStringConvertible {
    public let message: String
    public let hint: String
    /// The last lines that the failing program wrote; may be empty.
    public let output: String

    init(_ message: String, hint: String, output: String = "") {
        self.message = message
        self.hint = hint
        self.output = output.split(separator: "\n").suffix(12).joined(separator: "\n")
    }

    public var description: String {
        ([message, "hint: " + hint] + output.split(separator: "\n").map { "    " + $0 }).joined(separator: "\n")
    }
}
