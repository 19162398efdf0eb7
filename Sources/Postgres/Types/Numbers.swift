extension Bool: PostgresCodable {
    public static var oid: OID { .bool }

    public func encode(into buffer: inout [UInt8]) {
        buffer.append(self ? 1 : 0)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .bool }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 1, Self.self)
        self = bytes[0] != 0
    }
}

/// Widening is allowed (int2 and int4 columns read as `Int`), narrowing never.
protocol PostgresInteger: FixedWidthInteger, PostgresCodable {}

extension PostgresInteger {
    public func encode(into buffer: inout [UInt8]) {
        buffer.appendBigEndian(self)
    }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        switch bytes.count {
        case 2: self = Self(truncatingIfNeeded: bytes.bigEndian(Int16.self))
        case 4 where Self.bitWidth >= 32: self = Self(truncatingIfNeeded: bytes.bigEndian(Int32.self))
        case 8 where Self.bitWidth >= 64: self = Self(truncatingIfNeeded: bytes.bigEndian(Int64.self))
        default: throw DecodingFailure(expected: "\(Self.self)", reason: .length(bytes.count))
        }
    }
}

extension Int16: PostgresInteger {
    public static var oid: OID { .int2 }
    public static func accepts(_ oid: OID) -> Bool { oid == .int2 }
}

extension Int32: PostgresInteger {
    public static var oid: OID { .int4 }
    public static func accepts(_ oid: OID) -> Bool { oid == .int4 || oid == .int2 }
}

extension Int64: PostgresInteger {
    public static var oid: OID { .int8 }
    public static func accepts(_ oid: OID) -> Bool { oid == .int8 || oid == .int4 || oid == .int2 }
}

extension Int: PostgresInteger {
    public static var oid: OID { .int8 }
    public static func accepts(_ oid: OID) -> Bool { Int64.accepts(oid) }
}

extension Double: PostgresCodable {
    public static var oid: OID { .float8 }

    public func encode(into buffer: inout [UInt8]) {
        buffer.appendBigEndian(bitPattern)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .float8 || oid == .float4 }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        switch bytes.count {
        case 8: self = Double(bitPattern: bytes.bigEndian())
        case 4: self = Double(Float(bitPattern: bytes.bigEndian()))
        default: throw DecodingFailure(expected: "Double", reason: .length(bytes.count))
        }
    }
}
