/// The name of a role, table, column or savepoint; quoted wherever it enters a statement, so it may come from anywhere.
///
/// ```swift
/// let table = Identifier("unit")
/// try tx.execute("truncate \(identifier: table)")
/// ```
public struct Identifier: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name as it is in the catalog, not folded to lower case.
    public let name: String

    /// - Parameter name: at most 63 bytes; the server cuts off the rest.
    public init(_ name: String) {
        self.name = name
    }

    public init(stringLiteral value: StaticString) {
        self.init("\(value)")
    }

    /// The name in double quotes, each one within it doubled. A NUL cannot occur in a name and is dropped.
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
