import CSV
import Testing

@Suite("A CSV parser")
struct CSVParserTests {
    @Test(
        "reads what RFC 4180 and exports write",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,\n", [["a", ""]]),
            ("a,", [["a", ""]]),
            (",", [["", ""]]),
            ("\"\"", [[""]]),
            ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
            ("\"\"\"\"\n", [["\""]]),
            ("\"one\ntwo\",\"three\r\nfour\"\r\n", [["one\ntwo", "three\r\nfour"]]),
            ("\"a\rb\",c\n", [["a\rb", "c"]]),
            (" a , b ", [[" a ", " b "]]),
            ("Médan,北,🙂\n", [["Médan", "北", "🙂"]]),
            ("", []),
        ]
    )
    func shapes(text: String, records: [[String]]) {
        let reading = Reading(text)
        #expect(reading.records == records)
        #expect(reading.error == nil)
    }

    @Test("takes another delimiter, and then a comma is an ordinary character")
    func delimiter() {
        #expect(Reading("a,b;c\n", delimiter: UInt8(ascii: ";")).records == [["a,b", "c"]])
        #expect(Reading("a,b\tc\n", delimiter: UInt8(ascii: "\t")).records == [["a,b", "c"]])
    }

    @Test("skips a byte order mark at the file's start and nowhere else")
    func byteOrderMark() {
        #expect(Reading("\u{FEFF}nip,nama\n").records == [["nip", "nama"]])
        #expect(Reading("\u{FEFF}\"a,b\"\n").records == [["a,b"]])
        #expect(Reading("\u{FEFF}\r\n\na\n").records == [["a"]])
        #expect(Reading("\u{FEFF}").records == [])
        #expect(Reading("\u{FEFF}\u{FEFF}a").records == [["\u{FEFF}a"]])
        #expect(Reading("\"\u{FEFF}a\"").records == [["\u{FEFF}a"]])
        #expect(Reading("a\n\u{FEFF}b\n").records == [["a"], ["\u{FEFF}b"]])
    }

    @Test("skips blank lines and counts them")
    func blankLines() {
        let reading = Reading("\n\r\na\n\n\r\n\"b\n\nc\"\nd")
        #expect(reading.records == [["a"], ["b\n\nc"], ["d"]])
        #expect(reading.lines == [3, 6, 9])
    }

    @Test("gives a field as bytes, and keeps them for whoever keeps them")
    func bytes() throws {
        var kept: [ArraySlice<UInt8>] = []
        var parser = CSVParser()
        try parser.parse(Array("x,12\ny,3456\n".utf8).span) { record in
            #expect(record.count == 2)
            kept.append(record.bytes(at: 1))
        }
        #expect(kept.map { Array($0) } == [Array("12".utf8), Array("3456".utf8)])
    }

    @Test("passes on what its callback throws, and stops there")
    func callbackError() {
        struct Refusal: Error {}
        var seen = 0
        #expect(throws: Refusal.self) {
            var parser = CSVParser()
            try parser.parse(Array("a\nb\nc\n".utf8).span) { _ in
                seen += 1
                if seen == 2 { throw Refusal() }
            }
        }
        #expect(seen == 2)
    }
}
