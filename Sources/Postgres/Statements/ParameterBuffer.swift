/// The parameters of a statement in binary form, one after the other in one allocation: a statement is made for every
/// query, and each allocation of it counts.
@usableFromInline struct ParameterBuffer: Sendable {
    /// Before each field, in the machine's byte order: its type, the place of its `$n`.
    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline private(set) var count = 0
    @usableFromInline static let headerSize = 8

    @inlinable init() {}

    /// One parameter, readable while it is lent.
    @safe struct Parameter {
        let oid: OID
        /// Where its `$n` stands in the statement's text.
        let mark: Int
        /// Nil for null.
        let value: UnsafeRawBufferPointer?
    }

    /// - Parameter mark: where its `$n` will stand in the statement's text.
    /// - Throws: what the value throws; the parameter counts all the same, as null.
    @inlinable mutating func append<Value: PostgresEncodable>(_ value: Value, mark: Int) throws(EncodingFailure) {
        bytes.reserveCapacity(bytes.count + 32)
        appendHeader(Value.oid, mark)
        let start = bytes.count
        do throws(EncodingFailure) {
            try value.encodeField(into: &bytes)
        } catch {
            bytes.removeLast(bytes.count - start)
            bytes.appendBigEndian(Int32(-1))
            throw error
        }
    }

    mutating func append(_ parameter: Parameter, mark: Int) {
        appendHeader(parameter.oid, mark)
        bytes.appendBigEndian(unsafe Int32(truncatingIfNeeded: parameter.value?.count ?? -1))
        if let value = unsafe parameter.value { unsafe bytes.append(contentsOf: value) }
    }

    @inlinable mutating func appendHeader(_ oid: OID, _ mark: Int) {
        count += 1
        let header = (oid.rawValue, UInt32(truncatingIfNeeded: mark))
        unsafe withUnsafeBytes(of: header) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Lends the parameters, in order.
    func withParameters<Output>(_ body: (Parameters) -> Output) -> Output {
        unsafe bytes.withUnsafeBytes { unsafe body(Parameters(bytes: $0, left: count)) }
    }

    /// Parameters that stay where they are while they are lent.
    @safe struct Parameters: Sequence, IteratorProtocol {
        fileprivate var bytes: UnsafeRawBufferPointer
        fileprivate var left: Int

        mutating func next() -> Parameter? {
            guard left > 0 else { return nil }
            left -= 1
            let oid = unsafe bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let mark = unsafe bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
            let length = unsafe Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: headerSize, as: Int32.self))
            let start = headerSize + 4
            let end = start + Swift.max(0, Int(length))
            let value = unsafe length < 0 ? nil : UnsafeRawBufferPointer(rebasing: bytes[start..<end])
            unsafe bytes = UnsafeRawBufferPointer(rebasing: bytes[end...])
            return unsafe Parameter(oid: OID(rawValue: oid), mark: Int(mark), value: value)
        }
    }

    /// Whether the parameters have exactly these types.
    func hasTypes(_ types: [OID]) -> Bool {
        count == types.count && withParameters { $0.elementsEqual(types) { $0.oid == $1 } }
    }

    var types: [OID] { withParameters { $0.map(\.oid) } }
}
