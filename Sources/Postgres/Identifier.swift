/// The name of a role, table, column or setting; quoted wherever it enters a statement.
public struct Identifier: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    public let name: String

    public init(_ name: String) {
        self.name = name
    }

    public init(stringLiteral value: StaticString) {
        self.init("\(value)")
    }

    /// The name in double quotes. A NUL cannot occur in a name and is dropped.
    public var quoted: String {
        var text = "\""
        for scalar in name.unicodeScalars where scalar != "\0" {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
    }

    public var description: String { name }
}
