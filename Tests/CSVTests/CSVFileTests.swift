import CSV
import Testing

@Suite("A CSV file")
struct CSVFileTests {
    @Test("is read record by record, across as many buffers as it takes")
    func records() throws {
        let text = "nip,nama\r\n" + (1...40_000).map { "\($0),\"nama,\n\($0 * 7)\"\r\n" }.joined()
        let file = try TemporaryFile(Array(text.utf8))
        #expect(text.utf8.count > 700_000)
        var count = 0
        try CSVFile.forEachRecord(path: file.path) { record in
            if count > 0, record[0] != "\(count)" || record[1] != "nama,\n\(count * 7)" || record.line != count * 2 {
                Issue.record("record \(count) is not what was written")
            }
            count += 1
        }
        #expect(count == 40_001)
    }

    @Test("obeys the delimiter and the limits it is read with")
    func settings() throws {
        let file = try TemporaryFile(Array("a;b\nc;d;e\n".utf8))
        var records: [[String]] = []
        let error = #expect(throws: CSVError.self) {
            try CSVFile.forEachRecord(
                path: file.path,
                limits: CSVLimits(recordFields: 2),
                delimiter: UInt8(ascii: ";")
            ) { records.append($0.fields) }
        }
        #expect(records == [["a", "b"]])
        #expect(error == .tooManyFields(line: 2, limit: 2))
    }

    @Test("without a record is an error", arguments: ["", "\u{FEFF}", "\u{FEFF}\r\n\n", "\n"])
    func empty(text: String) throws {
        let file = try TemporaryFile(Array(text.utf8))
        #expect(throws: CSVError.empty) {
            try CSVFile.forEachRecord(path: file.path) { _ in Issue.record("a blank line is no record") }
        }
    }

    @Test("that cannot be opened or read gives the system's reason")
    func unreadable() {
        #expect(throws: CSVError.unreadable(path: "/nowhere/people.csv", cause: "No such file or directory")) {
            try CSVFile.forEachRecord(path: "/nowhere/people.csv") { _ in }
        }
        #expect(throws: CSVError.unreadable(path: "/", cause: "Is a directory")) {
            try CSVFile.forEachRecord(path: "/") { _ in }
        }
    }

    @Test("that ends inside quotes is an error at their line")
    func cutShort() throws {
        let file = try TemporaryFile(Array("a\n\"b\nc".utf8))
        #expect(throws: CSVError.unterminatedQuote(line: 2)) {
            try CSVFile.forEachRecord(path: file.path) { _ in }
        }
    }
}
