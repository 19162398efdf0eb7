public import Personnel
public import Postgres

extension CivilDate: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .date }

    public func encode(into buffer: inout [UInt8]) {
        PostgresDate(daysSince2000: daysSince2000).encode(into: &buffer)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .date }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        let days = try PostgresDate(binary: bytes, oid: oid).daysSince2000
        // Years 1 to 9999: nobody can calculate with the infinities, or with days beyond these.
        guard (-730_119...2_921_939).contains(days) else {
            throw DecodingFailure(expected: "a day of the years 1 to 9999", reason: .value)
        }
        self.init(daysSince2000: days)
    }
}

extension AgencyCode: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .text }

    public func encode(into buffer: inout [UInt8]) throws(EncodingFailure) {
        try description.encode(into: &buffer)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .text }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard let code = AgencyCode(try String(binary: bytes, oid: oid)) else {
            throw DecodingFailure(expected: "agency code", reason: .value)
        }
        self = code
    }
}

extension CycleCode: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .text }

    public func encode(into buffer: inout [UInt8]) throws(EncodingFailure) {
        try description.encode(into: &buffer)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .text }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard let code = CycleCode(try String(binary: bytes, oid: oid)) else {
            throw DecodingFailure(expected: "cycle code", reason: .value)
        }
        self = code
    }
}

extension Score: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .numeric }

    public func encode(into buffer: inout [UInt8]) {
        (Numeric(description) ?? .nan).encode(into: &buffer)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .numeric }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard let score = Score(try Numeric(binary: bytes, oid: oid).description) else {
            throw DecodingFailure(expected: "score from 0 to 100 with two decimals", reason: .value)
        }
        self = score
    }
}

/// Values whose raw value is the number that the database keeps.
public protocol SmallCode: PostgresEncodable, PostgresDecodable, RawRepresentable where RawValue == Int {}

extension SmallCode {
    public static var oid: OID { .int2 }

    public func encode(into buffer: inout [UInt8]) {
        Int16(rawValue).encode(into: &buffer)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .int2 }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard let value = Self(rawValue: Int(try Int16(binary: bytes, oid: oid))) else {
            throw DecodingFailure(expected: "\(Self.self)", reason: .value)
        }
        self = value
    }
}

extension Expectation: SmallCode {}
extension Rating: SmallCode {}
extension TalentLevel: SmallCode {}

/// A box of the talent map, 1 to 9.
struct BoxNumber: SmallCode {
    let rawValue: Int

    init?(rawValue: Int) {
        guard (1...9).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }
}
