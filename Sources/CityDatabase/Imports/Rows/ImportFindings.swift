/// The findings of an import: all are counted, but only some are kept, so that a file full of garbage costs no memory.
///
/// The elements are the findings that are kept: the first of each code, by line.
public struct ImportFindings: Sendable {
    /// How many of each code are kept.
    public static let keptOfEach = 100

    /// How many there were in all.
    public private(set) var total = 0
    /// How many there were of each code.
    public private(set) var counts: [String: Int] = [:]
    private var kept: [ImportFinding] = []

    public init() {}

    mutating func append(_ finding: ImportFinding) {
        total += 1
        let number = counts[finding.code, default: 0] + 1
        counts[finding.code] = number
        if number <= Self.keptOfEach { kept.append(finding) }
    }

    mutating func sort() { kept.sort { $0.line < $1.line } }

    /// Adds the findings of another import.
    public mutating func add(_ others: ImportFindings) {
        for finding in others.kept { append(finding) }
        for (code, count) in others.counts {
            let rest = count - Swift.min(count, Self.keptOfEach)
            counts[code, default: 0] += rest
            total += rest
        }
    }
}

extension ImportFindings: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { kept.count }
    public subscript(position: Int) -> ImportFinding { kept[position] }
}
