/// Why the city's data could not be read or changed as asked.
public struct CityError: Error, Sendable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// The input is wrong.
        case input
        /// What was named does not exist.
        case notFound
        /// What is asked contradicts what is there.
        case conflict
        /// The schema is not the one this program carries.
        case schema
    }

    public let kind: Kind
    public let message: String
    /// What to do next.
    public let hint: String?

    public init(_ kind: Kind, _ message: String, hint: String? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
    }

    public var description: String { message }
}
