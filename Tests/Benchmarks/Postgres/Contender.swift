import Foundation
import TestSupport

/// A program that does the work of the cases in a process of its own, so that memory and processor time are its own.
struct Contender {
    let name: String
    let program: Program
    /// Before those of the protocol: `CASE CLIENTS AMOUNT URI`.
    let arguments: [String]

    /// What one run printed.
    struct Run {
        let operations: Double
        let seconds: Double
        let cpuSeconds: Double
        let kibibytes: Int

        var rate: Double { operations / seconds }
        var cpuMicroseconds: Double { cpuSeconds * 1e6 / operations }

        fileprivate init?(_ text: String) {
            let words = text.split(whereSeparator: \.isWhitespace).map { Double($0) }
            guard words.count == 4, let operations = words[0], let seconds = words[1], let cpu = words[2],
                let kibibytes = words[3], operations > 0, seconds > 0
            else { return nil }
            (self.operations, self.seconds, self.cpuSeconds) = (operations, seconds, cpu)
            self.kibibytes = Int(kibibytes)
        }
    }

    func run(_ work: String, clients: Int, amount: Int, uri: String) throws -> Run {
        let result = try program.runBlocking(arguments + [work, String(clients), String(amount), uri])
        guard result.status == 0, let run = Run(result.standardOutput) else {
            throw Failed(description: "\(name) at \(work): status \(result.status)\n\(result.standardError)")
        }
        return run
    }

    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    static let c = Contender(name: "C", program: .built("postgres-floor"), arguments: [])
    static let swift = Contender(name: "Swift", program: .built("benchmarks"), arguments: ["contender"])

    /// Nil, and a word on how to get it, where the Python that `MUTASI_BENCH_PYTHON` names (`python3`) has no psycopg.
    static func psycopg() -> Contender? {
        let python = ProcessInfo.processInfo.environment["MUTASI_BENCH_PYTHON"] ?? "python3"
        let program = Program(path: "/usr/bin/env")
        let question = "import psycopg; print(psycopg.__version__, psycopg.pq.__impl__, psycopg.pq.version())"
        guard let answer = try? program.runBlocking([python, "-c", question]), answer.status == 0 else {
            print(
                "\(python) has no psycopg: python3 -m venv DIR && DIR/bin/pip install 'psycopg[binary]', "
                    + "then MUTASI_BENCH_PYTHON=DIR/bin/python"
            )
            return nil
        }
        let words = answer.standardOutput.split(whereSeparator: \.isWhitespace)
        if words.count == 3 { print("psycopg \(words[0]), \(words[1]), with libpq \(words[2])") }
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "postgres_contender.py").path
        return Contender(name: "psycopg", program: program, arguments: [python, script])
    }
}
