import Foundation
import TestSupport
import Testing

/// Pages whose commands are run as they stand, from the first to the last, in a city of their own.
@Suite("A page that is walked", .timeLimit(.minutes(20)))
struct WalkedPageTests {
    @Test("does what it says, and shows what it shows", arguments: ["Day.md", "Hari.md", "Heads.md"])
    func walked(_ name: String) async throws {
        let place = FileManager.default.temporaryDirectory.path + "/mutasi-day-\(UUID().uuidString)"
        let steps = try WalkedStep.all(of: name).map { $0.moved(from: "/tmp/mutasi", to: place) }
        #expect(steps.count >= 8 && steps.flatMap(\.shown).count >= 12)
        defer { Self.clear(place) }
        let script = "set -eu; umask 022\n" + steps.enumerated().map { "echo '=== \($0)'\n\($1.commands)\n" }.joined()
        let folder = URL(filePath: Program.built("mutasi").path).deletingLastPathComponent().path
        let search = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let result = try await Program(path: "/bin/sh")
            .run(["-c", "exec 2>&1\n" + script], environment: ["PATH": "\(folder):\(search)"])
        let parts = result.standardOutput.components(separatedBy: "=== ").dropFirst().map { Self.lines($0) }
        #expect(result.status == 0, "\(result.standardOutput.suffix(2_000))")
        #expect(parts.count == steps.count)
        for (step, part) in zip(steps, parts) {
            for line in step.shown {
                #expect(
                    part.contains { $0.contains(line) },
                    "\(name) shows \"\(line)\" after:\n\(step.commands)\nbut not:\n\(part.joined(separator: "\n"))"
                )
            }
        }
        #expect(!FileManager.default.fileExists(atPath: place), "the page puts everything away")
    }

    /// Lines with single spaces between words, without those of spaces alone.
    static func lines(_ text: some StringProtocol) -> [String] {
        text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    }

    private static func clear(_ place: String) {
        _ = try? Program.built("mutasi")
            .runBlocking(["local", "stop"], environment: ["MUTASI_LOCAL_DIRECTORY": place + "/local"])
        try? FileManager.default.removeItem(atPath: place)
    }
}

/// A block of commands of a page, indented by four, with the lines of the fenced block after it: what the reader sees.
private struct WalkedStep {
    private(set) var commands: String
    private(set) var shown: [String] = []

    static func all(of page: String) throws -> [WalkedStep] {
        let path = URL(filePath: #filePath).resolvingSymlinksInPath()
            .appending(path: "../../../../Sources/mutasi/mutasi.docc/\(page)").standardized
        var steps: [WalkedStep] = []
        var (isFenced, isBlock) = (false, false)
        for line in try String(contentsOf: path, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("```") {
                isFenced.toggle()
            } else if isFenced {
                try #require(!steps.isEmpty)
                steps[steps.count - 1].shown += WalkedPageTests.lines(line)
            } else if line.hasPrefix("    ") {
                if isBlock { steps[steps.count - 1].commands += "\n" + line.dropFirst(4) }
                if !isBlock { steps.append(WalkedStep(commands: String(line.dropFirst(4)))) }
            }
            isBlock = !isFenced && line.hasPrefix("    ")
        }
        return steps
    }

    func moved(from place: String, to other: String) -> WalkedStep {
        var step = self
        step.commands = commands.replacing(place, with: other)
        step.shown = shown.map { $0.replacing(place, with: other) }
        return step
    }
}
