import CSV
import Testing

/// What spreadsheets save under the name of CSV, and what people take for it.
@Suite("A file of a spreadsheet")
struct SpreadsheetFileTests {
    private static func records(_ bytes: [UInt8]) throws -> [[String]] {
        let file = try TemporaryFile(bytes)
        var records: [[String]] = []
        try CSVFile.forEachRecord(path: file.path) { records.append($0.fields) }
        return records
    }

    // Case 23: https://github.com/woocommerce/woocommerce/issues/33481.
    @Test(
        "is divided as its first line is, or as a line sep= says",
        arguments: [
            "nip,nama\r\n1,\"a;b;c\"\r\n", "nip;nama\r\n1;\"a;b;c\"\r\n", "nip\tnama\r\n1\ta;b;c\r\n",
            "nip|nama\n1|a;b;c\n",
            "sep=,\r\nnip,nama\r\n1,a;b;c\r\n", "\u{FEFF}sep=;\r\nnip;nama\r\n1;\"a;b;c\"\r\n",
            "SEP=\t\nnip\tnama\n1\ta;b;c\n", "\"sep=;\"\nnip;nama\n1;\"a;b;c\"\n", "\u{FEFF}nip,nama\n1,a;b;c",
        ]
    )
    func delimiters(text: String) throws {
        #expect(try Self.records(Array(text.utf8)) == [["nip", "nama"], ["1", "a;b;c"]])
    }

    @Test("counts no delimiter inside quotes, and a single column has none")
    func header() throws {
        #expect(try Self.records(Array("\"a;b;\nc;d\",e\n1,2\n".utf8)) == [["a;b;\nc;d", "e"], ["1", "2"]])
        #expect(try Self.records(Array("nip\n1\n".utf8)) == [["nip"], ["1"]])
    }

    @Test(
        "of UTF-16 is read, in either order, with and without its mark, across buffers",
        arguments: [true, false],
        [true, false]
    )
    func utf16(isBigEndian: Bool, isMarked: Bool) throws {
        let row = "1;\"Ni Luh é 北 🙂\"\r\n"
        let text = (isMarked ? "\u{FEFF}" : "") + "nip;nama\r\n" + String(repeating: row, count: 20_000)
        let bytes = text.utf16.flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBigEndian ? pair.reversed() : pair
        }
        let records = try Self.records(bytes)
        #expect(records.count == 20_001 && records.dropFirst().allSatisfy { $0 == ["1", "Ni Luh é 北 🙂"] })
        #expect(throws: CSVError.invalidUTF16(line: 20_002)) { try Self.records(bytes + [0x41]) }
        let surrogate: [UInt8] = isBigEndian ? [0xD8, 0x00] : [0x00, 0xD8]
        #expect(throws: CSVError.invalidUTF16(line: 20_002)) { try Self.records(bytes + surrogate + surrogate) }
    }

    @Test("that is no text is told by its first bytes")
    func documents() throws {
        let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
        let files: [(CSVError.Document, [UInt8])] = [
            (.workbook, archive + Array("[Content_Types].xml".utf8)),
            (.workbook, archive + Array("xl/workbook.xml".utf8)),
            (.openDocument, archive + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)),
            (.archive, archive + Array("pegawai.csv".utf8)),
            (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]), (.pdf, Array("%PDF-1.7\n".utf8)),
            (.markup, Array("\u{FEFF}\r\n<html><table>".utf8)), (.markup, Array("<?xml version=\"1.0\"?>".utf8)),
        ]
        for (document, bytes) in files {
            #expect(throws: CSVError.document(document)) { try Self.records(bytes) }
        }
    }
}
