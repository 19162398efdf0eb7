/// The parameters of a statement in binary form, one after the other in one allocation: a statement is made for every
/// query, and each allocation of it counts.
@usableFromInline struct ParameterBuffer: Sendable {
    /// Before each value, in the machine's byte order: its type, the place of its `$n`, its length or −1 for null.
    @usableFromInline var bytes: [UInt8] = []
    @usableFromInline private(set) var count = 0
    @usableFromInline static let headerSize = 12

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
        let start = bytes.count
        bytes.reserveCapacity(start + 32)
        appendHeader(Value.oid, mark, -1)
        guard !value.isNull else { return }
        do throws(EncodingFailure) {
            try value.encode(into: &bytes)
            guard let length = Int32(exactly: bytes.count - start - Self.headerSize) else {
                throw EncodingFailure.outOfRange(Value.self)
            }
            unsafe bytes.withUnsafeMutableBytes {
                unsafe $0.storeBytes(of: length, toByteOffset: start + 8, as: Int32.self)
            }
        } catch {
            bytes.removeLast(bytes.count - start - Self.headerSize)
            throw error
        }
    }

    mutating func append(_ parameter: Parameter, mark: Int) {
        appendHeader(parameter.oid, mark, unsafe Int32(truncatingIfNeeded: parameter.value?.count ?? -1))
        if let value = unsafe parameter.value { unsafe bytes.append(contentsOf: value) }
    }

    @inlinable mutating func appendHeader(_ oid: OID, _ mark: Int, _ length: Int32) {
        count += 1
        let header = (oid.rawValue, UInt32(truncatingIfNeeded: mark), length)
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
            let length = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: Int32.self)
            let end = headerSize + Swift.max(0, Int(length))
            let value = unsafe length < 0 ? nil : UnsafeRawBufferPointer(rebasing: bytes[headerSize..<end])
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
