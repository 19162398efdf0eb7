/// A type that PostgreSQL has an array of.
public protocol PostgresArrayElement: PostgresCodable {
    static var arrayOID: OID { get }
}

extension Bool: PostgresArrayElement { public static var arrayOID: OID { .boolArray } }
extension Int16: PostgresArrayElement { public static var arrayOID: OID { .int2Array } }
extension Int32: PostgresArrayElement { public static var arrayOID: OID { .int4Array } }
extension Int64: PostgresArrayElement { public static var arrayOID: OID { .int8Array } }
extension Int: PostgresArrayElement { public static var arrayOID: OID { .int8Array } }
extension Double: PostgresArrayElement { public static var arrayOID: OID { .float8Array } }
extension String: PostgresArrayElement { public static var arrayOID: OID { .textArray } }
extension PostgresDate: PostgresArrayElement { public static var arrayOID: OID { .dateArray } }
extension Instant: PostgresArrayElement { public static var arrayOID: OID { .timestamptzArray } }

/// A one-dimensional array without nulls.
extension Array: PostgresEncodable where Element: PostgresArrayElement {
    public static var oid: OID { Element.arrayOID }

    public func encode(into buffer: inout [UInt8]) {
        buffer.appendBigEndian(Int32(isEmpty ? 0 : 1))
        buffer.appendBigEndian(Int32(0))
        buffer.appendBigEndian(Element.oid.rawValue)
        guard !isEmpty else { return }
        buffer.appendBigEndian(Int32(count))
        buffer.appendBigEndian(Int32(1))
        for element in self {
            buffer.appendField(element)
        }
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    public static func accepts(_ oid: OID) -> Bool { oid == Element.arrayOID }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        self.init()
        let wrong = DecodingFailure(expected: "one-dimensional array of \(Element.self)", reason: .value)
        guard bytes.count >= 12 else { throw wrong }
        let dimensions = bytes.bigEndian(Int32.self)
        let element = OID(rawValue: bytes.bigEndian(UInt32.self, at: 8))
        guard Element.accepts(element) else {
            throw DecodingFailure(expected: "\(Element.self)", reason: .type(element))
        }
        guard dimensions != 0 else { return }
        guard dimensions == 1, bytes.count >= 20 else { throw wrong }
        let count = Int(bytes.bigEndian(Int32.self, at: 12))
        guard count >= 0, count <= (bytes.count - 20) / 4 else { throw wrong }
        reserveCapacity(count)
        var offset = 20
        for _ in 0..<count {
            guard bytes.count - offset >= 4 else { throw wrong }
            let length = Int(bytes.bigEndian(Int32.self, at: offset))
            offset += 4
            guard length >= 0 else {
                append(try Element.decodeNull())
                continue
            }
            guard bytes.count - offset >= length else { throw wrong }
            append(try Element(binary: bytes.extracting(offset..<(offset + length)), oid: element))
            offset += length
        }
        guard offset == bytes.count else { throw wrong }
    }
}

extension [UInt8] {
    /// A value with its length before it, as arrays and COPY carry it; −1 for null.
    mutating func appendField(_ value: some PostgresEncodable) {
        guard !value.isNull else {
            appendBigEndian(Int32(-1))
            return
        }
        let start = count
        appendBigEndian(Int32(0))
        value.encode(into: &self)
        let length = Int32(count - start - 4)
        for index in 0..<4 {
            self[start + index] = UInt8(truncatingIfNeeded: length >> (24 - 8 * index))
        }
    }
}
