import Postgres
import TestSupport
import Testing

/// A value in its three forms: Swift's, the server's text and the binary bytes.
struct Specimen<Value: PostgresCodable & Equatable>: Sendable {
    let value: Value
    let text: String
    let bytes: [UInt8]

    /// `bytes` in hexadecimal; blanks are for the eye.
    init(_ value: Value, _ text: String, _ bytes: String) {
        self.value = value
        self.text = text
        self.bytes = hexadecimal(bytes)
    }
}

func hexadecimal(_ text: String) -> [UInt8] {
    let digits = text.compactMap { $0.hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}

/// The binary form. That the type's form as a field is the same with its length before it is expected on the way.
func encoded(_ value: some PostgresEncodable) throws -> [UInt8] {
    var buffer: [UInt8] = []
    try value.encode(into: &buffer)
    var field: [UInt8] = [0xAA]
    try value.encodeField(into: &field)
    let length = UInt32(bitPattern: value.isNull ? -1 : Int32(buffer.count))
    let header = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
    #expect(field == [0xAA] + header + buffer)
    return buffer
}

/// Nil for a text with U+0000, which no server sends and none is sent.
func encodedUnlessNul(_ value: some PostgresEncodable) throws -> [UInt8]? {
    do {
        return try encoded(value)
    } catch let failure as EncodingFailure where failure.reason == .nul {
        return nil
    }
}

/// The superuser's transaction, with the server's words fixed.
func onServer(_ body: @Sendable (inout Transaction) throws -> Void) async throws {
    let database = TestServer.shared.superuser(limit: 1)
    try await database.transaction(as: .login) { tx in
        try tx.execute("set local timezone to 'UTC'")
        try tx.execute("set local datestyle to 'ISO'")
        try tx.execute("set local intervalstyle to 'postgres'")
        try body(&tx)
    }
    database.close()
}

/// The bytes are fixed both ways; the server sends the same ones, means the same text by them, and reads the text as
/// the same value.
func check<Value: PostgresCodable & Equatable>(
    _ specimens: [Specimen<Value>],
    as type: Identifier,
    sentBy send: Identifier,
    _ tx: inout Transaction,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    for specimen in specimens {
        let (value, comment) = (specimen.value, Comment(rawValue: specimen.text))
        #expect(try encoded(value) == specimen.bytes, comment, sourceLocation: sourceLocation)
        let decoded = try Value(binary: specimen.bytes.span, oid: Value.oid)
        #expect(decoded == value, comment, sourceLocation: sourceLocation)
        let answer = try tx.one(
            """
            select v, v::text, (\(specimen.text)::text)::\(identifier: type), \(identifier: send)(v)
            from (select \(value) as v) s
            """,
            as: (Value, String, Value, Bytes).self
        )
        #expect(answer.0 == value, comment, sourceLocation: sourceLocation)
        #expect(answer.1 == specimen.text, comment, sourceLocation: sourceLocation)
        #expect(answer.2 == value, comment, sourceLocation: sourceLocation)
        #expect(answer.3.bytes == specimen.bytes, comment, sourceLocation: sourceLocation)
    }
}

/// Five hundred values go to the server and back, as values and as its text, which is returned.
@discardableResult
func checkRandom<Value: PostgresArrayElement & Equatable>(
    as type: Identifier,
    seed: UInt64,
    _ tx: inout Transaction,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ make: (inout SeededGenerator) throws -> Value
) throws -> [(value: Value, text: String)] {
    var generator = SeededGenerator(state: seed)
    let values = try (0..<500).map { _ in try make(&generator) }
    let array = Identifier("_" + type.name)
    let answer = try tx.one(
        "select \(values), \(values)::text[], \(values)::text[]::\(identifier: array)",
        as: ([Value], [String], [Value]).self
    )
    #expect(answer.0 == values, sourceLocation: sourceLocation)
    #expect(answer.2 == values, sourceLocation: sourceLocation)
    return Array(zip(values, answer.1))
}

/// A golden form that is cut short or has a byte too many is refused.
func refuseOtherLengths<Value: PostgresCodable>(
    of specimens: [Specimen<Value>],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    for specimen in specimens {
        let forms = (0..<specimen.bytes.count).map { Array(specimen.bytes.prefix($0)) } + [specimen.bytes + [0]]
        for form in forms {
            #expect(throws: DecodingFailure.self, "\(form)", sourceLocation: sourceLocation) {
                try Value(binary: form.span, oid: Value.oid)
            }
        }
    }
}

/// Ten thousand byte strings, half of them golden forms with some bytes changed: each is refused or read as a value
/// that keeps its form. None traps.
func readRandomBytes<Value: PostgresCodable>(
    near specimens: [Specimen<Value>],
    seed: UInt64,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    var generator = SeededGenerator(state: seed)
    for round in 0..<10_000 {
        var bytes = (0..<Int.random(in: 0...64, using: &generator))
            .map { _ in UInt8.random(in: 0...255, using: &generator) }
        if round % 2 == 0, let golden = specimens.randomElement(using: &generator)?.bytes, !golden.isEmpty {
            bytes = golden
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
            }
        }
        guard let value = try? Value(binary: bytes.span, oid: Value.oid) else { continue }
        guard let form = try encodedUnlessNul(value) else { continue }
        let again = try Value(binary: form.span, oid: Value.oid)
        if try form != encoded(again) || "\(value)" != "\(again)" {
            Issue.record("\(bytes) becomes \(value), then \(again)", sourceLocation: sourceLocation)
        }
    }
}
