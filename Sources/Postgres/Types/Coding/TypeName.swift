extension OID {
    /// The name in `pg_type`, of the types that a message is likely to be about.
    var typeName: String? {
        if let scalarName { return scalarName }
        return element?.scalarName.map { $0 + "[]" }
    }

    private var scalarName: String? {
        switch self {
        case .bool: "bool"
        case .bytea: "bytea"
        case .name: "name"
        case .int8: "int8"
        case .int2: "int2"
        case .int4: "int4"
        case .text: "text"
        case .oid: "oid"
        case .json: "json"
        case .float4: "float4"
        case .float8: "float8"
        case .bpchar: "bpchar"
        case .varchar: "varchar"
        case .date: "date"
        case .time: "time"
        case .timestamp: "timestamp"
        case .timestamptz: "timestamptz"
        case .interval: "interval"
        case .numeric: "numeric"
        case .uuid: "uuid"
        case .jsonb: "jsonb"
        case .int4Range: "int4range"
        case .tstzRange: "tstzrange"
        case .dateRange: "daterange"
        case .int8Range: "int8range"
        case .unknown: "unknown"
        default: Self.otherNames[rawValue]
        }
    }

    /// Types without a form in Swift here.
    private static let otherNames: [UInt32: String] = [
        18: "char", 22: "int2vector", 24: "regproc", 27: "tid", 28: "xid", 29: "cid", 30: "oidvector", 142: "xml",
        600: "point", 650: "cidr", 790: "money", 829: "macaddr", 869: "inet", 1266: "timetz", 1560: "bit",
        1562: "varbit", 2205: "regclass", 2206: "regtype", 2249: "record", 2278: "void", 3220: "pg_lsn",
        3614: "tsvector", 3615: "tsquery", 3906: "numrange", 3908: "tsrange", 4072: "jsonpath", 4089: "regnamespace",
        4096: "regrole",
    ]

    /// The type of an array's elements; nil for a type that is not a known array.
    @usableFromInline var element: OID? {
        switch self {
        case .boolArray: .bool
        case .byteaArray: .bytea
        case .nameArray: .name
        case .int8Array: .int8
        case .int2Array: .int2
        case .int4Array: .int4
        case .textArray: .text
        case .oidArray: OID.oid
        case .jsonArray: .json
        case .float4Array: .float4
        case .float8Array: .float8
        case .bpcharArray: .bpchar
        case .varcharArray: .varchar
        case .dateArray: .date
        case .timeArray: .time
        case .timestampArray: .timestamp
        case .timestamptzArray: .timestamptz
        case .intervalArray: .interval
        case .numericArray: .numeric
        case .uuidArray: .uuid
        case .jsonbArray: .jsonb
        case .int4RangeArray: .int4Range
        case .tstzRangeArray: .tstzRange
        case .dateRangeArray: .dateRange
        case .int8RangeArray: .int8Range
        default: nil
        }
    }

    /// The type of a range's bounds; nil for a type that is not a known range.
    @inlinable var rangeBound: OID? {
        switch self {
        case .int4Range: .int4
        case .int8Range: .int8
        case .dateRange: .date
        case .tstzRange: .timestamptz
        default: nil
        }
    }
}
