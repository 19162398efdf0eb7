/// A type's number in `pg_type`.
public struct OID: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    public static let bool = OID(rawValue: 16)
    public static let bytea = OID(rawValue: 17)
    public static let name = OID(rawValue: 19)
    public static let int8 = OID(rawValue: 20)
    public static let int2 = OID(rawValue: 21)
    public static let int4 = OID(rawValue: 23)
    public static let text = OID(rawValue: 25)
    public static let json = OID(rawValue: 114)
    public static let float4 = OID(rawValue: 700)
    public static let float8 = OID(rawValue: 701)
    public static let unknown = OID(rawValue: 705)
    public static let bpchar = OID(rawValue: 1042)
    public static let varchar = OID(rawValue: 1043)
    public static let date = OID(rawValue: 1082)
    public static let timestamptz = OID(rawValue: 1184)
    public static let numeric = OID(rawValue: 1700)
    public static let jsonb = OID(rawValue: 3802)
    public static let boolArray = OID(rawValue: 1000)
    public static let int2Array = OID(rawValue: 1005)
    public static let int4Array = OID(rawValue: 1007)
    public static let int8Array = OID(rawValue: 1016)
    public static let textArray = OID(rawValue: 1009)
    public static let float8Array = OID(rawValue: 1022)
    public static let dateArray = OID(rawValue: 1182)
    public static let timestamptzArray = OID(rawValue: 1185)

    public var description: String { "\(rawValue)" }
}
