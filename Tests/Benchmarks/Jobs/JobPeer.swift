import Foundation
import TestSupport

/// Another job queue, in a Python process that takes commands and answers (`jobs_contender.py`).
final class JobPeer {
    static let names = ["pgqueuer", "oban", "procrastinate"]

    let name: String
    private let process = Process()
    private let commands = Pipe()
    private let answers = Pipe()

    /// Nil, and a word on how to get it, where the Python that `MUTASI_BENCH_PYTHON` names (`python3`) has not got it.
    init?(_ name: String, uri: String) throws {
        self.name = name
        let python = ProcessInfo.processInfo.environment["MUTASI_BENCH_PYTHON"] ?? "python3"
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python, folder.appending(path: "jobs_contender.py").path, name, uri]
        process.standardInput = commands
        process.standardOutput = answers
        process.standardError = FileHandle.nullDevice
        try process.run()
        do {
            _ = try ask(["do": "prepare"])
        } catch {
            print(
                "\(name) is left out (\(error)): python3 -m venv DIR && DIR/bin/pip install -r "
                    + "Tests/Benchmarks/Jobs/jobs_requirements.txt, then MUTASI_BENCH_PYTHON=DIR/bin/python"
            )
            return nil
        }
    }

    /// A command and its answer.
    @discardableResult
    func ask(_ command: [String: any Sendable]) throws -> [String: Double] {
        let line = try JSONSerialization.data(withJSONObject: command)
        try commands.fileHandleForWriting.write(contentsOf: line + Data("\n".utf8))
        var answer = Data()
        while answer.last != UInt8(ascii: "\n") {
            guard let byte = try answers.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else { break }
            answer += byte
        }
        guard let values = try? JSONSerialization.jsonObject(with: answer) as? [String: Any], values["error"] == nil
        else { throw Refused(description: String(decoding: answer, as: UTF8.self).trimmingCharacters(in: .newlines)) }
        return values.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }

    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    func end() {
        try? commands.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
