/// A type's number in `pg_type`; as a value, the type `oid`.
///
/// ```swift
/// let type = try tx.one("select pg_typeof(1)::oid", as: OID.self)
/// print(type == .int4, type)
/// ```
@frozen
public struct OID: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The number.
    public let rawValue: UInt32

    @inlinable
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    @inlinable
    public static func == (left: OID, right: OID) -> Bool { left.rawValue == right.rawValue }

    /// The type's name as in `pg_type` (`int8`, `int8[]`) when it is built in and known here, else the number.
    public var description: String { typeName ?? "\(rawValue)" }
}

extension OID: Comparable {
    @inlinable
    public static func < (left: OID, right: OID) -> Bool { left.rawValue < right.rawValue }
}

extension OID: PostgresArrayElement {
    @inlinable public static var arrayOID: OID { .oidArray }

    @inlinable
    public func encode(into buffer: inout [UInt8]) { buffer.appendBigEndian(rawValue) }

    @inlinable
    public func encodeField(into buffer: inout [UInt8]) { buffer.appendBigEndianField(rawValue) }

    @inlinable
    public static func accepts(_ oid: OID) -> Bool { oid == .oid }

    @inlinable
    public init(binary bytes: Span<UInt8>, oid: OID) throws(DecodingFailure) {
        try requireLength(bytes, 4, Self.self)
        rawValue = bytes.bigEndian()
    }
}

// Computed, so that a comparison with one of them is a comparison with a constant in every module.
extension OID {
    /// `bool`.
    @inlinable public static var bool: OID { OID(rawValue: 16) }
    /// `bytea`.
    @inlinable public static var bytea: OID { OID(rawValue: 17) }
    /// `name`.
    @inlinable public static var name: OID { OID(rawValue: 19) }
    /// `int8`.
    @inlinable public static var int8: OID { OID(rawValue: 20) }
    /// `int2`.
    @inlinable public static var int2: OID { OID(rawValue: 21) }
    /// `int4`.
    @inlinable public static var int4: OID { OID(rawValue: 23) }
    /// `text`.
    @inlinable public static var text: OID { OID(rawValue: 25) }
    /// `unknown`: a literal that the server has given no type.
    @inlinable public static var unknown: OID { OID(rawValue: 705) }
    /// `oid`, the type of a value of this one.
    @inlinable public static var oid: OID { OID(rawValue: 26) }
    /// `json`.
    @inlinable public static var json: OID { OID(rawValue: 114) }
    /// `float4`.
    @inlinable public static var float4: OID { OID(rawValue: 700) }
    /// `float8`.
    @inlinable public static var float8: OID { OID(rawValue: 701) }
    /// `bpchar`.
    @inlinable public static var bpchar: OID { OID(rawValue: 1042) }
    /// `varchar`.
    @inlinable public static var varchar: OID { OID(rawValue: 1043) }
    /// `date`.
    @inlinable public static var date: OID { OID(rawValue: 1082) }
    /// `time`.
    @inlinable public static var time: OID { OID(rawValue: 1083) }
    /// `timestamp`.
    @inlinable public static var timestamp: OID { OID(rawValue: 1114) }
    /// `timestamptz`.
    @inlinable public static var timestamptz: OID { OID(rawValue: 1184) }
    /// `interval`.
    @inlinable public static var interval: OID { OID(rawValue: 1186) }
    /// `numeric`.
    @inlinable public static var numeric: OID { OID(rawValue: 1700) }
    /// `uuid`.
    @inlinable public static var uuid: OID { OID(rawValue: 2950) }
    /// `jsonb`.
    @inlinable public static var jsonb: OID { OID(rawValue: 3802) }
    /// `int4range`.
    @inlinable public static var int4Range: OID { OID(rawValue: 3904) }
    /// `tstzrange`.
    @inlinable public static var tstzRange: OID { OID(rawValue: 3910) }
    /// `daterange`.
    @inlinable public static var dateRange: OID { OID(rawValue: 3912) }
    /// `int8range`.
    @inlinable public static var int8Range: OID { OID(rawValue: 3926) }
}

extension OID {
    /// `bool[]`.
    @inlinable public static var boolArray: OID { OID(rawValue: 1000) }
    /// `bytea[]`.
    @inlinable public static var byteaArray: OID { OID(rawValue: 1001) }
    /// `name[]`.
    @inlinable public static var nameArray: OID { OID(rawValue: 1003) }
    /// `int8[]`.
    @inlinable public static var int8Array: OID { OID(rawValue: 1016) }
    /// `int2[]`.
    @inlinable public static var int2Array: OID { OID(rawValue: 1005) }
    /// `int4[]`.
    @inlinable public static var int4Array: OID { OID(rawValue: 1007) }
    /// `text[]`.
    @inlinable public static var textArray: OID { OID(rawValue: 1009) }
    /// `oid[]`.
    @inlinable public static var oidArray: OID { OID(rawValue: 1028) }
    /// `json[]`.
    @inlinable public static var jsonArray: OID { OID(rawValue: 199) }
    /// `float4[]`.
    @inlinable public static var float4Array: OID { OID(rawValue: 1021) }
    /// `float8[]`.
    @inlinable public static var float8Array: OID { OID(rawValue: 1022) }
    /// `bpchar[]`.
    @inlinable public static var bpcharArray: OID { OID(rawValue: 1014) }
    /// `varchar[]`.
    @inlinable public static var varcharArray: OID { OID(rawValue: 1015) }
    /// `date[]`.
    @inlinable public static var dateArray: OID { OID(rawValue: 1182) }
    /// `time[]`.
    @inlinable public static var timeArray: OID { OID(rawValue: 1183) }
    /// `timestamp[]`.
    @inlinable public static var timestampArray: OID { OID(rawValue: 1115) }
    /// `timestamptz[]`.
    @inlinable public static var timestamptzArray: OID { OID(rawValue: 1185) }
    /// `interval[]`.
    @inlinable public static var intervalArray: OID { OID(rawValue: 1187) }
    /// `numeric[]`.
    @inlinable public static var numericArray: OID { OID(rawValue: 1231) }
    /// `uuid[]`.
    @inlinable public static var uuidArray: OID { OID(rawValue: 2951) }
    /// `jsonb[]`.
    @inlinable public static var jsonbArray: OID { OID(rawValue: 3807) }
    /// `int4range[]`.
    @inlinable public static var int4RangeArray: OID { OID(rawValue: 3905) }
    /// `tstzrange[]`.
    @inlinable public static var tstzRangeArray: OID { OID(rawValue: 3911) }
    /// `daterange[]`.
    @inlinable public static var dateRangeArray: OID { OID(rawValue: 3913) }
    /// `int8range[]`.
    @inlinable public static var int8RangeArray: OID { OID(rawValue: 3927) }
}
