import Foundation

/// The figures of `benchmarks postgres`, a line a case, printed as they come.
struct PostgresTable {
    let cases: [PostgresCase]

    /// The runs of a case, by round.
    struct Line {
        let work: PostgresCase
        let c: [Contender.Run]
        let swift: [Contender.Run]
        let psycopg: [Contender.Run]?

        var ratioToC: Double { ratio(to: c) }
        var ratioToPsycopg: Double? { psycopg.map(ratio(to:)) }

        /// Each round has its own, because the machine's speed changes in between.
        private func ratio(to others: [Contender.Run]) -> Double {
            zip(swift, others).map { $0.rate / $1.rate }.median
        }
    }

    func printHeader() {
        var seen: Set<String> = []
        for work in cases where seen.insert(work.name).inserted {
            Swift.print("  \(work.name): an operation is \(work.operation)")
        }
        row(["", "", "operations/s", "Swift to", "client's CPU µs each", "peak MiB"], [-11, 7, 29, 15, 29, 22])
        row(["case", "clients"] + threefold + ["C", "psycopg"] + threefold + threefold)
    }

    private var threefold: [String] { ["C", "Swift", "psycopg"] }

    func print(_ line: Line) {
        let runs = [line.c, line.swift, line.psycopg]
        let ratios = [line.ratioToC, line.ratioToPsycopg].map { $0.map { $0.text(2) } ?? "–" }
        row(
            [line.work.name, String(line.work.clients)]
                + runs.map { cell($0, 0, \.rate) }
                + ratios
                + runs.map { cell($0, 2, \.cpuMicroseconds) }
                + runs.map { cell($0, 1) { Double($0.kibibytes) / 1024 } }
        )
    }

    /// What no row may fall below, as a ratio to C.
    private static let leastToC = 0.85

    struct TooSlow: Error, CustomStringConvertible {
        let description: String
    }

    /// The last line is the verdict.
    ///
    /// - Throws: `TooSlow` for a row under 0.85 of C.
    func judge(_ lines: [Line]) throws(TooSlow) {
        let toPsycopg = lines.compactMap { line in line.ratioToPsycopg.map { ($0, line.work.title) } }
        let toC = lines.map { ($0.ratioToC, $0.work.title) }
        for (name, ratios) in [("psycopg", toPsycopg), ("C", toC)] {
            guard let worst = ratios.min(by: { $0.0 < $1.0 }) else { continue }
            Swift.print("worst ratio to \(name) \(worst.0.text(2)): \(worst.1)")
        }
        let slow = toC.filter { $0.0 < Self.leastToC }
        guard slow.isEmpty else {
            let rows = slow.map { "\($0.1) \($0.0.text(2))" }.joined(separator: ", ")
            throw TooSlow(description: "under \(Self.leastToC.text(2)) of C: \(rows)")
        }
    }

    private func cell(_ runs: [Contender.Run]?, _ decimals: Int, _ value: (Contender.Run) -> Double) -> String {
        runs.map { $0.map(value).median.text(decimals) } ?? "–"
    }

    private static let widths = [-11, 7, 9, 9, 9, 6, 8, 9, 9, 9, 6, 6, 8]

    /// Text stands at the right of its column, with a negative width at the left.
    private func row(_ cells: [String], _ widths: [Int] = Self.widths) {
        let padded = zip(cells, widths)
            .map { cell, width in
                let space = String(repeating: " ", count: max(0, abs(width) - cell.count))
                return width < 0 ? cell + space : space + cell
            }
        Swift.print(padded.joined(separator: " "))
        // A file or a pipe gets each line when it is known, too.
        fflush(nil)
    }
}
