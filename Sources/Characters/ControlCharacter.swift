/// A character that stands for nothing in a name and commands whatever shows it: the controls C0 and C1 and DEL, the
/// separators of lines and paragraphs, and what turns the direction of the text after it.
///
/// The database refuses the same ones: `sql/migrations/0016_refuse_control_characters.sql`.
public struct ControlCharacter: Error, Hashable, Sendable, CustomStringConvertible {
    /// The character.
    public let scalar: Unicode.Scalar

    /// Nil for a character that may stand in a name.
    public init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: self.scalar = scalar
        default: return nil
        }
    }

    /// As U+001B.
    public var description: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// As `\u{1B}`.
    public var escape: String { "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" }
}
