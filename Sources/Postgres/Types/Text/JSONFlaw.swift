/// Why a text is not a document that `jsonb` can hold. Never holds a piece of it.
public enum JSONFlaw: Error, Sendable, Hashable, CustomStringConvertible {
    /// No JSON (RFC 8259), from this byte on, counted from 1.
    case syntax(at: Int)
    /// `\u0000`, which PostgreSQL's texts have no room for; the byte of its `\`.
    case nul(at: Int)
    /// A half of a surrogate pair without the other, as `\ud800`; the byte of its `\`.
    case surrogate(at: Int)
    /// A number beyond `numeric`: 131072 digits before the point, 16383 after it; the byte it begins with.
    case number(at: Int)
    /// Arrays and objects within each other, deeper than `JSONDocument.maximumDepth`.
    case depth
    /// More bytes than this.
    case size(limit: Int)

    public var description: String {
        switch self {
        case .syntax(let place): "it is not JSON from byte \(place) on"
        case .nul(let place): "it holds \\u0000 at byte \(place), which PostgreSQL cannot keep"
        case .surrogate(let place): "it holds half a surrogate pair at byte \(place), which is no character"
        case .number(let place): "the number at byte \(place) is larger or finer than PostgreSQL can keep"
        case .depth: "its arrays and objects are nested deeper than \(JSONDocument.maximumDepth)"
        case .size(let limit): "it is longer than \(limit) bytes"
        }
    }
}
