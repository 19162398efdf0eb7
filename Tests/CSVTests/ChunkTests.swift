import CSV
import TestSupport
import Testing

@Suite("Where a file is cut into chunks")
struct ChunkTests {
    /// Every state of the parser, and sequences of two, three and four bytes.
    static let nasty =
        "\u{FEFF}nip,\"nama \"\"x\"\"\",é\r\n\r\n"
        + "\"a\r\n\"\"b\n\",北🙂,\"\"\n,,\n\"\"\"\",\" \r\",z\r\n\n\"last\",\u{10FFFF}"

    @Test("makes no difference to its records, at any one byte")
    func everyCut() {
        let bytes = Array(Self.nasty.utf8)
        let whole = Reading(bytes)
        #expect(whole.error == nil)
        #expect(
            whole.records == [
                ["nip", "nama \"x\"", "é"], ["a\r\n\"b\n", "北🙂", ""], ["", "", ""], ["\"", " \r", "z"],
                ["last", "\u{10FFFF}"],
            ]
        )
        #expect(whole.lines == [1, 3, 6, 7, 9])
        for cut in 0...bytes.count {
            #expect(Reading(bytes, cutAt: [cut]) == whole, "cut at \(cut)")
        }
        #expect(Reading(bytes, cutAt: Array(0...bytes.count)) == whole)
    }

    @Test("makes no difference to bytes that are no CSV: same records, same error")
    func garbage() {
        var random = SeededGenerator(state: 4180)
        let alphabet: [UInt8] = Array(",\"\r\nab".utf8) + [0xC3, 0xA9, 0xE0, 0xED, 0xF0, 0x9F, 0x80, 0xBF, 0xFF, 0x00]
        var errors: Set<String> = []
        for _ in 0..<4_000 {
            // Mostly the first six, so that records come about before an error does.
            let bytes = (0..<Int.random(in: 0...24, using: &random))
                .map { _ in
                    let range = Int.random(in: 0..<8, using: &random) == 0 ? alphabet.indices : 0..<6
                    return alphabet[Int.random(in: range, using: &random)]
                }
            let limits = CSVLimits(fieldBytes: 6, recordFields: 4)
            let whole = Reading(bytes, limits: limits)
            let cuts = (0...bytes.count).filter { _ in Bool.random(using: &random) }
            #expect(Reading(bytes, cutAt: cuts, limits: limits) == whole, "\(bytes) cut at \(cuts)")
            if let error = whole.error { errors.insert(error.code) }
        }
        #expect(
            errors == [
                "csv_invalid_utf8", "csv_field_too_long", "csv_too_many_fields", "csv_unterminated_quote",
                "csv_stray_quote", "csv_stray_return",
            ]
        )
    }
}
