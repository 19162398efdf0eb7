import CSV
import TestSupport
import Testing

@Suite("A CSV writer")
struct CSVWriterTests {
    @Test(
        "quotes only what a reader needs quoted",
        arguments: [
            (["a", "b c", "'1"], "a,b c,'1"),
            (["a,b", "c\"d", "e\nf", "g\rh"], "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\""),
            (["", ""], ","),
            ([""], "\"\""),
            (["\u{FEFF}a"], "\"\u{FEFF}a\""),
            (["é;🙂"], "é;🙂"),
        ]
    )
    func quoting(fields: [String], line: String) {
        #expect(CSVWriter.line(fields) == line)
    }

    @Test("leaves a missing value empty")
    func missing() {
        #expect(CSVWriter.line(["a", nil, "c"]) == "a,,c")
        #expect(CSVWriter.line([nil] as [String?]) == "\"\"")
    }

    @Test("takes another delimiter")
    func delimiter() {
        #expect(CSVWriter.line(["a;b", "c,d"], delimiter: UInt8(ascii: ";")) == "\"a;b\";c,d")
    }

    @Test("is read back by the parser, field for field", arguments: ["\n", "\r\n"])
    func roundTrip(lineEnd: String) {
        var random = SeededGenerator(state: 1_979)
        let pieces = ["a", "b ", ",", ";", "\"", "\"\"", "\n", "\r", "\r\n", "é", "北", "🙂", "\u{FEFF}", "'", "null"]
        for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
            let records = (0..<500)
                .map { _ in
                    (0..<Int.random(in: 1...6, using: &random))
                        .map { _ in
                            (0..<Int.random(in: 0...4, using: &random))
                                .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }
                                .joined()
                        }
                }
            let text = records.map { CSVWriter.line($0, delimiter: delimiter) + lineEnd }.joined()
            let bytes = Array(text.utf8)
            let cuts = (0...bytes.count).filter { _ in Int.random(in: 0..<9, using: &random) == 0 }
            let reading = Reading(bytes, cutAt: cuts, delimiter: delimiter)
            #expect(reading.records.map { $0.map { Array($0.utf8) } } == records.map { $0.map { Array($0.utf8) } })
            #expect(reading.error == nil)
        }
    }
}
