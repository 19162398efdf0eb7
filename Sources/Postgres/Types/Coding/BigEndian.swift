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

    /// An integer's bytes in network order with their length before them, in one append.
    @inlinable
    mutating func appendBigEndianField<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) {
        // Parts that lie in memory one after the other, without a gap.
        let length = UInt32(MemoryLayout<Value>.size).bigEndian
        if MemoryLayout<Value>.size == 8 {
            let bits = UInt64(truncatingIfNeeded: value)
            let parts = (
                length, UInt32(truncatingIfNeeded: bits >> 32).bigEndian, UInt32(truncatingIfNeeded: bits).bigEndian
            )
            unsafe Swift.withUnsafeBytes(of: parts) { unsafe append(contentsOf: $0) }
        } else {
            unsafe Swift.withUnsafeBytes(of: (length, value.bigEndian)) { unsafe append(contentsOf: $0) }
        }
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
