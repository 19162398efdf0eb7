public import Personnel
public import Postgres

extension CivilDate: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .date }

    public func encode(into buffer: inout [UInt8]) {
        PostgresDate(daysSince2000: daysSince2000).encode(into: &buffer)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .date }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        self.init(daysSince2000: try PostgresDate(binary: bytes, oid: oid).daysSince2000)
    }
}

extension AgencyCode: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .text }

    public func encode(into buffer: inout [UInt8]) {
        description.encode(into: &buffer)
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

    public func encode(into buffer: inout [UInt8]) {
        description.encode(into: &buffer)
    }

    public static func accepts(_ oid: OID) -> Bool { oid == .text }

    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        guard let code = CycleCode(try String(binary: bytes, oid: oid)) else {
            throw DecodingFailure(expected: "cycle code", reason: .value)
        }
        self = code
    }
}
