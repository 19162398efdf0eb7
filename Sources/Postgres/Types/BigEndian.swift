extension [UInt8] {
    mutating func appendBigEndian(_ value: some FixedWidthInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}

extension Span<UInt8> {
    /// The integer at `offset`. The caller has checked the length.
    func bigEndian<Value: FixedWidthInteger>(_: Value.Type = Value.self, at offset: Int = 0) -> Value {
        var value: Value = 0
        for index in 0..<(Value.bitWidth / 8) {
            value = (value << 8) | Value(truncatingIfNeeded: self[offset + index])
        }
        return value
    }
}

/// Refuses a length that the type cannot have.
func requireLength(_ bytes: Span<UInt8>, _ count: Int, _ type: Any.Type) throws(DecodingFailure) {
    guard bytes.count == count else {
        throw DecodingFailure(expected: "\(type)", reason: .length(bytes.count))
    }
}
