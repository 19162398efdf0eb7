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

}

extension ParameterBuffer {
    func withCTypes(_ body: (UnsafePointer<Oid>) -> CInt) -> CInt {
        // One spare element, so that the buffer has an address when there are no parameters.
        unsafe withUnsafeTemporaryAllocation(of: Oid.self, capacity: count + 1) { types in
            guard let start = types.baseAddress else { return 0 }
            withParameters { lent in
                for (index, parameter) in lent.enumerated() {
                    unsafe (start + index).initialize(to: parameter.oid.rawValue)
                }
            }
            return unsafe body(UnsafePointer(start))
        }
    }

    /// The count and the parallel arrays of `PQsendQueryPrepared`: values, lengths, formats (all binary).
    func withCParameters(
        _ body: (CInt, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<CInt>, UnsafePointer<CInt>) -> CInt
    ) -> CInt {
        // One spare element each, so that the buffers have an address when there are no parameters.
        let capacity = count + 1
        return unsafe withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: capacity) { pointers in
            unsafe withUnsafeTemporaryAllocation(of: CInt.self, capacity: 2 * capacity) { numbers in
                guard let values = pointers.baseAddress, let lengths = numbers.baseAddress else { return 0 }
                let formats = unsafe lengths + capacity
                return withParameters { lent in
                    for (index, parameter) in lent.enumerated() {
                        // An empty value has an address, too: NULL is a null.
                        let value = unsafe parameter.value?.baseAddress?.assumingMemoryBound(to: CChar.self)
                        unsafe (values + index).initialize(to: value)
                        unsafe (lengths + index).initialize(to: CInt(truncatingIfNeeded: parameter.value?.count ?? 0))
                        unsafe (formats + index).initialize(to: 1)
                    }
                    return unsafe body(CInt(count), values, lengths, formats)
                }
            }
        }
    }
}
