import Foundation
import TestSupport
import Testing

@Suite("Memory of imports", .timeLimit(.minutes(20)))
struct ImportMemoryTests {
    @Test("a hundred times as much garbage takes hardly more memory, and every row of it is listed")
    func garbage() async throws {
        let stage = try await CommandStage.make()
        let few = try await importGarbage(3_000, stage)
        let many = try await importGarbage(300_000, stage)
        #expect(many.peak - few.peak < 64 << 20, "\(few.peak >> 20) MB for few, \(many.peak >> 20) MB for many")
        print("peak memory: \(few.peak >> 20) MB with 3,000 rows of garbage, \(many.peak >> 20) MB with 300,000")
    }

    /// Each row has several faults, and many occur twice.
    private func importGarbage(_ count: Int, _ stage: CommandStage) async throws -> (peak: Int, lines: Int) {
        var text = SampleFile.assessmentsHeader + "\n"
        for number in 0..<count {
            text +=
                number % 3 == 0 ? "\(SampleFile.nip(number % 300)),10-02-2025,80,80\n" : "x\(number),99-99-9999,a,b\n"
        }
        let file = try SampleFile.write(text)
        let rejects = file + ".rejects"
        let running = try stage.start(
            "import",
            "assessments",
            file,
            "--agency",
            "dinkes",
            "--rejects",
            rejects,
            "--format",
            "csv"
        )
        let peak = try await BlockingWork.run { () throws -> Int in
            var peak = 0
            // The value only rises (proc(5)).
            while running.process.isRunning {
                let status = try? String(
                    contentsOfFile: "/proc/\(running.process.processIdentifier)/status",
                    encoding: .utf8
                )
                let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
                peak = max(peak, line.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
                usleep(2_000)
            }
            return peak << 10
        }
        let result = try await CommandStage.end(running)
        #expect(
            result.status == 65 && result.standardOutput.contains(",\(count),0,0,0,\(count),"),
            "\(result.standardError)"
        )
        let listed = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n").dropFirst()
        let rows = Set(listed.map { $0.prefix { $0 != "," } })
        #expect(rows.count == count && listed.count > count)
        for path in [file, rejects] { try FileManager.default.removeItem(atPath: path) }
        return (peak, listed.count)
    }

    @Test("a command that is cut off while it lists leaves no half list")
    func broken() async throws {
        let stage = try await CommandStage.make()
        let file = try SampleFile.write(SampleFile.assessmentsHeader + "\nx,y,z,a\n\"never closed")
        let rejects = file + ".rejects"
        let result = try await stage("import", "assessments", file, "--agency", "dinkes", "--rejects", rejects)
        #expect(result.status == 65)
        #expect(!FileManager.default.fileExists(atPath: rejects))
        #expect(!FileManager.default.fileExists(atPath: rejects + ".unfinished"))
    }
}
