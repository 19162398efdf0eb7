/// A value that has no binary form. Never holds the value itself.
///
/// ```swift
/// let ragged: [[Int]] = [[1, 2], [3]]
/// do {
///     try await database.transaction(as: scope) { tx in try tx.execute("select \(ragged)") }
/// } catch let error as PostgresError where !error.wasSent {
///     print(error)
/// }
/// ```
public struct EncodingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: Sendable, Hashable {
        /// The rows of a nested array differ in length, or one of them is nil.
        case raggedArray
        /// Over 2 GiB, over 2³¹ elements, or over six dimensions.
        case outOfRange
        /// U+0000 in a text, for which the server has no room.
        case nul
    }

    /// The type, in Swift's words.
    public let type: String
    /// Why it has no binary form.
    public let reason: Reason

    /// For a type of your own.
    ///
    /// - Parameters:
    ///   - type: the type, in words without a value.
    ///   - reason: why it has no binary form.
    public init(type: String, reason: Reason) {
        self.type = type
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .raggedArray: "the rows of the \(type) differ in length"
        case .outOfRange: "the \(type) is larger than the protocol allows"
        case .nul: "the \(type) holds U+0000, which PostgreSQL cannot keep"
        }
    }
}

extension EncodingFailure {
    @usableFromInline @inline(never)
    static func raggedArray(_ type: Any.Type) -> EncodingFailure {
        EncodingFailure(type: "\(type)", reason: .raggedArray)
    }

    @usableFromInline @inline(never)
    static func nul(_ type: Any.Type) -> EncodingFailure {
        EncodingFailure(type: "\(type)", reason: .nul)
    }

    @usableFromInline @inline(never)
    static func outOfRange(_ type: Any.Type) -> EncodingFailure {
        EncodingFailure(type: "\(type)", reason: .outOfRange)
    }
}
