/// A value of the server that does not fit the asked type. Never holds the value itself.
///
/// ```swift
/// struct AgencyCode: PostgresDecodable {
///     let text: String
///     static func accepts(_ oid: OID) -> Bool { String.accepts(oid) }
///     init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
///         text = try String(binary: bytes, oid: oid)
///         guard !text.isEmpty else { throw DecodingFailure(expected: "agency code", reason: .value) }
///     }
/// }
/// ```
public struct DecodingFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was wrong.
    public enum Reason: Sendable, Hashable {
        /// A null where none was declared.
        case null
        /// A column or an array element of this type.
        case type(OID)
        /// As many bytes as the type never has.
        case length(Int)
        /// An array of so many dimensions.
        case dimensions(Int)
        /// Bytes that mean nothing in the type, or a value it cannot hold.
        case value
    }

    /// The asked type, in Swift's words.
    public let expected: String
    /// What was found instead.
    public let reason: Reason

    /// For a type of your own that refuses a value.
    ///
    /// - Parameters:
    ///   - expected: what was asked for, in words without a value.
    ///   - reason: what was wrong.
    public init(expected: String, reason: Reason) {
        self.expected = expected
        self.reason = reason
    }

    public var description: String {
        switch reason {
        case .null: "expected \(expected), found null"
        case .type(let oid): "expected \(expected), found \(oid.typeName ?? "type \(oid.rawValue)")"
        case .length(let count): "expected \(expected), found \(count) bytes"
        case .dimensions(let count): "expected \(expected), found \(count) dimension\(count == 1 ? "" : "s")"
        case .value: "the value does not fit \(expected)"
        }
    }
}

// Out of line: what is inlined into a caller's loop keeps only a call here.
extension DecodingFailure {
    @usableFromInline @inline(never)
    static func null(_ type: Any.Type) -> DecodingFailure {
        DecodingFailure(expected: "\(type)", reason: .null)
    }

    @usableFromInline @inline(never)
    static func type(_ oid: OID, for type: Any.Type) -> DecodingFailure {
        DecodingFailure(expected: "\(type)", reason: .type(oid))
    }

    @usableFromInline @inline(never)
    static func length(_ count: Int, of type: Any.Type) -> DecodingFailure {
        DecodingFailure(expected: "\(type)", reason: .length(count))
    }

    @usableFromInline @inline(never)
    static func value(of type: Any.Type) -> DecodingFailure {
        DecodingFailure(expected: "\(type)", reason: .value)
    }
}
