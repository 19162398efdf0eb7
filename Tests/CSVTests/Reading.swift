import CSV

/// What a parser made of some bytes: the records it gave out, and the error it stopped at.
struct Reading: Equatable {
    var records: [[String]] = []
    var lines: [Int] = []
    var error: CSVError?

    /// Feeds the bytes in the pieces that the cuts make; none feeds them whole.
    init(
        _ bytes: [UInt8],
        cutAt cuts: [Int] = [],
        delimiter: UInt8 = UInt8(ascii: ","),
        limits: CSVLimits = CSVLimits()
    ) {
        var parser = CSVParser(delimiter: delimiter, limits: limits)
        do throws(any Error) {
            var start = 0
            for end in cuts + [bytes.count] {
                try parser.parse(bytes.span.extracting(start..<end)) { keep($0) }
                start = end
            }
            try parser.finish { keep($0) }
        } catch {
            self.error = error as? CSVError
        }
    }

    init(_ text: String, delimiter: UInt8 = UInt8(ascii: ","), limits: CSVLimits = CSVLimits()) {
        self.init(Array(text.utf8), delimiter: delimiter, limits: limits)
    }

    private mutating func keep(_ record: borrowing CSVRecord) {
        records.append(record.fields)
        lines.append(record.line)
    }
}
