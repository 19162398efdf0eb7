extension [UInt8] {
    /// The integer's bytes in network order, in one append.
    @inlinable
    mutating func appendBigEndian<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { unsafe append(contentsOf: $0) }
    }

    /// Overwrites bytes that are there: `offset` lies at least the integer's size before the end.
    @inlinable
    mutating func storeBigEndian<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value, at offset: Int) {
        precondition(offset >= 0 && offset <= count - MemoryLayout<Value>.size)
        unsafe withUnsafeMutableBytes {
            unsafe $0.storeBytes(of: value.bigEndian, toByteOffset: offset, as: Value.self)
        }
    }

    /// A value with its length before it, as arrays, ranges and COPY carry it; −1 for null.
    @inlinable
    mutating func appendField<Value: PostgresEncodable>(_ value: Value) throws(EncodingFailure) {
        guard !value.isNull else {
            appendBigEndian(Int32(-1))
            return
        }
        let start = count
        appendBigEndian(Int32(0))
        try value.encode(into: &self)
        guard let length = Int32(exactly: count - start - 4) else { throw EncodingFailure.outOfRange(Value.self) }
        storeBigEndian(length, at: start)
    }
}

extension Span<UInt8> {
    /// The integer at `offset`. The caller has checked the length; past the end this traps.
    @inlinable
    func bigEndian<Value: FixedWidthInteger & BitwiseCopyable>(
        _: Value.Type = Value.self,
        at offset: Int = 0
    ) -> Value {
        Value(bigEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self))
    }
}

/// Refuses a length that the type cannot have.
@inlinable
func requireLength(_ bytes: Span<UInt8>, _ count: Int, _ type: Any.Type) throws(DecodingFailure) {
    guard bytes.count == count else { throw DecodingFailure.length(bytes.count, of: type) }
}
