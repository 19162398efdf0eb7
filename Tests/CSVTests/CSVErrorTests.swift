import CSV
import TestSupport
import Testing

@Suite("A CSV error")
struct CSVErrorTests {
    @Test(
        "says where the text went wrong, after the records before it",
        arguments: [
            ("a\nb\"c,d\n", CSVError.strayQuote(line: 2, column: 1)),
            ("a\nb,\"c\"d\n", .strayQuote(line: 2, column: 2)),
            ("a\nb,\"c\"é\n", .strayQuote(line: 2, column: 2)),
            ("a\n\"b\nc\",d\"\n", .strayQuote(line: 3, column: 2)),
            ("a\nb,\"c\nd\n", .unterminatedQuote(line: 2)),
            ("a\n\"b\n\",\"c", .unterminatedQuote(line: 3)),
            ("a\nb,c\rd\n", .strayReturn(line: 2, column: 2)),
            ("a\nb\ré\n", .strayReturn(line: 2, column: 1)),
            ("a\nb\r", .strayReturn(line: 2, column: 1)),
            ("a\n\rb", .strayReturn(line: 2, column: 1)),
        ]
    )
    func places(text: String, error: CSVError) {
        let reading = Reading(text)
        #expect(reading.records == [["a"]])
        #expect(reading.error == error)
    }

    @Test("comes when a field is one byte too long, quoted or not")
    func fieldLimit() {
        let limits = CSVLimits(fieldBytes: 4, recordFields: 9)
        #expect(Reading("abcd,\"ab\"\"d\",éé\n", limits: limits).records == [["abcd", "ab\"d", "éé"]])
        for field in ["abcde", "\"abcde\"", "abc\u{E9}", "\"abcd\"\"\"", "\"abcd\n\"", "\u{FEFF}abc"] {
            let reading = Reading("h\nx,\(field)\n", limits: limits)
            #expect(reading.error == .fieldTooLong(line: 2, column: 2, limit: 4), "\(field)")
        }
        let reading = Reading("h\n\"\n\n\nabcd\"\n", limits: limits)
        #expect(reading.error == .fieldTooLong(line: 2, column: 1, limit: 4))
    }

    @Test("refuses a field of a megabyte before it is read to its end")
    func megabyte() {
        var parser = CSVParser()
        let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1_024)
        var accepted = 0
        let error = #expect(throws: CSVError.self) {
            for _ in 0..<1_024 {
                try parser.parse(chunk.span) { _ in }
                accepted += 1
            }
        }
        #expect(error == .fieldTooLong(line: 1, column: 1, limit: 65_536))
        #expect(accepted == 64)
    }

    @Test("comes when a record has one field too many")
    func recordLimit() {
        let limits = CSVLimits(fieldBytes: 9, recordFields: 3)
        #expect(Reading("a,b,c\n", limits: limits).error == nil)
        #expect(Reading("a\n\"b\n\",c,,\n", limits: limits).error == .tooManyFields(line: 2, limit: 3))
        #expect(Reading("a,b,c,d", limits: limits).error == .tooManyFields(line: 1, limit: 3))
    }

    @Test(
        "gives the exact offset of bytes that are not UTF-8",
        arguments: [
            [0xFF], [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xE2, 0x82],
            [0xE2, 0x82, 0x2C], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x99],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xC3, 0xC3, 0xA9],
        ] as [[UInt8]]
    )
    func invalidUTF8(sequence: [UInt8]) {
        let before = Array("\u{FEFF}é,b\n\n\"北\n".utf8)
        let error = CSVError.invalidUTF8(line: 4, byteOffset: before.count)
        for after in [[], Array("x\",y\n".utf8)] {
            let bytes = before + sequence + after
            let whole = Reading(bytes)
            #expect(whole.records == [["é", "b"]])
            #expect(whole.error == error)
            #expect(Reading(bytes, cutAt: Array(0...bytes.count)) == whole)
        }
    }

    @Test("accepts exactly the sequences that the standard library takes for UTF-8")
    func validUTF8() {
        var random = SeededGenerator(state: 3_629)
        var valid = 0
        for _ in 0..<20_000 {
            // A lead byte, and bytes near the edges of what may follow it.
            let edges: [UInt8] = [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0]
            let bytes =
                [UInt8.random(in: 0xBF...0xF6, using: &random)]
                + (0..<Int.random(in: 0...3, using: &random)).map { _ in edges[Int.random(in: 0..<8, using: &random)] }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((Reading(bytes).error == nil) == isValid, "\(bytes)")
            if isValid { valid += 1 }
        }
        #expect(valid > 500)
    }

    @Test("has a line, a code and a reason, and no content of the file")
    func texts() {
        let errors: [CSVError] = [
            .invalidUTF8(line: 7, byteOffset: 90), .fieldTooLong(line: 7, column: 3, limit: 65_536),
            .tooManyFields(line: 7, limit: 512), .unterminatedQuote(line: 7), .strayQuote(line: 7, column: 3),
            .strayReturn(line: 7, column: 3), .invalidUTF16(line: 7),
        ]
        #expect(errors.allSatisfy { $0.line == 7 && $0.description == "line 7: \($0.reason)" })
        #expect(errors[0].reason == "bytes at offset 90 are not UTF-8")
        #expect(CSVError.empty.line == nil)
        #expect(CSVError.empty.description == "file is empty: it has no header and no rows")
        let all = errors + [.empty, .document(.workbook), .unreadable(path: "people.csv", cause: "Permission denied")]
        #expect(Set(all.map(\.code)).count == 10)
        #expect(all.allSatisfy { !$0.reason.hasSuffix(".") })
    }
}
