import CLibPQ

extension SQL {
    /// The text, ended by a NUL.
    func withCText(_ body: (UnsafePointer<CChar>) -> CInt) -> CInt {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { buffer in
            unsafe text.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
            unsafe buffer[text.count] = 0
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe body(UnsafePointer(start))
        }
    }

    func withCTypes(_ body: (UnsafePointer<Oid>) -> CInt) -> CInt {
        // One spare element, so that the buffer has an address when there are no parameters.
        unsafe withUnsafeTemporaryAllocation(of: Oid.self, capacity: fields.count + 1) { buffer in
            for (index, field) in fields.enumerated() { unsafe buffer[index] = field.oid.rawValue }
            guard let start = buffer.baseAddress else { return 0 }
            return unsafe body(UnsafePointer(start))
        }
    }

    /// The count and the parallel arrays of `PQsendQueryPrepared`: values, lengths, formats (all binary).
    func withCParameters(
        _ body: (CInt, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<CInt>, UnsafePointer<CInt>) -> CInt
    ) -> CInt {
        // One spare element each, so that the buffers have an address when there are no parameters.
        let capacity = fields.count + 1
        return unsafe values.withUnsafeBytes { bytes in
            unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: capacity) { pointers in
                unsafe withUnsafeTemporaryAllocation(of: CInt.self, capacity: 2 * capacity) { numbers in
                    guard let pointer = pointers.baseAddress, let number = numbers.baseAddress else {
                        return 0
                    }
                    let (lengths, formats) = unsafe (number, number + capacity)
                    for (index, field) in fields.enumerated() {
                        unsafe (pointer + index).initialize(to: Self.address(of: field, in: bytes))
                        unsafe (lengths + index).initialize(to: CInt(truncatingIfNeeded: max(0, field.count)))
                        unsafe (formats + index).initialize(to: 1)
                    }
                    return unsafe body(CInt(fields.count), pointer, lengths, formats)
                }
            }
        }
    }

    /// NULL is a null, so an empty value has an address too.
    private static func address(of field: Field, in values: UnsafeRawBufferPointer) -> UnsafePointer<CChar>? {
        guard field.count >= 0 else { return nil }
        let empty: StaticString = ""
        let start = unsafe values.baseAddress.map { unsafe $0 + field.start } ?? UnsafeRawPointer(empty.utf8Start)
        return unsafe start.assumingMemoryBound(to: CChar.self)
    }
}
