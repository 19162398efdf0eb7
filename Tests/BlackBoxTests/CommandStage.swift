import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing

/// A city, and the admin's program on it; threads of its own wait for the program.
struct CommandStage {
    let city: TestCity
    let agencies: [Agency]
    private let mutasi = Program.built("mutasi")

    /// Two agencies. With `people`, the first one has that many people, all rated in `2026-Q3`, which is added.
    /// - Parameter ownRoles: no other test shares the roles of its agencies, so that logins can be made.
    static func make(people: Int = 0, ownRoles: Bool = false) async throws -> CommandStage {
        let city = try await TestCity.make(ownRoles: ownRoles)
        let stage = CommandStage(city: city, agencies: try await city.add("dinkes", "dlh"))
        guard people > 0 else { return stage }
        try #require(try await stage("cycle", "add", "2026-Q3").status == 0)
        let (numbers, agency) = (1...people, stage.agencies[0])
        try await city.importLines(.people, SampleFile.peopleHeader, numbers.map { SampleFile.person($0) }, to: agency)
        try await city.importLines(.posts, SampleFile.postsHeader, numbers.map { SampleFile.post($0) }, to: agency)
        let ratings = numbers.map { SampleFile.rating($0, 2, 2) }
        try await city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agency)
        return stage
    }

    var environment: [String: String] { ["MUTASI_DATABASE": city.uri(user: "medan_admin"), "MUTASI_ACTOR": "siti"] }

    /// Runs `mutasi` to its end.
    func callAsFunction(_ words: String...) async throws -> Program.Result {
        let (mutasi, environment) = (mutasi, environment)
        return try await mutasi.run(words, environment: environment)
    }

    /// Expects a status and a hint, or ArgumentParser's words, for a line such as "64 job lits", on a city without
    /// agencies.
    static func expectRefusal(_ expected: String) async throws {
        let words = expected.split(separator: " ").map(String.init)
        let city = try await TestCity.make()
        let environment = ["MUTASI_DATABASE": city.uri(user: "medan_admin")]
        let result = try await Program.built("mutasi").run(Array(words.dropFirst()), environment: environment)
        #expect("\(result.status)" == words[0], "\(result.standardError)")
        #expect(result.standardOutput.isEmpty)
        #expect(result.status == 64 || result.standardError.contains("hint: "))
    }

    /// Everything that `mutasi` shows on a terminal until its end, data and messages together, or the data alone.
    func shown(
        _ words: [String],
        columns: UInt16 = 200,
        withMessages: Bool = true
    ) async throws -> (status: Int32, text: String) {
        let environment = Program.environment(environment)
        return try await BlockingWork.run {
            let terminal = try PseudoTerminal(columns: columns, rows: 50)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.built("mutasi").path)
            process.arguments = words
            process.environment = environment
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = terminal.slave
            process.standardError = withMessages ? terminal.slave : FileHandle.nullDevice
            try process.run()
            let text = try terminal.readToEnd()
            process.waitUntilExit()
            return (process.terminationStatus, text)
        }
    }

    /// The same, with a line that is typed into it.
    func asked(_ words: [String], answer: String) async throws -> (status: Int32, text: String) {
        let environment = Program.environment(environment)
        return try await BlockingWork.run {
            let terminal = try PseudoTerminal(columns: 200, rows: 50)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Program.built("mutasi").path)
            process.arguments = words
            process.environment = environment
            (process.standardInput, process.standardOutput) = (terminal.slave, terminal.slave)
            process.standardError = terminal.slave
            try terminal.type(answer + "\n")
            try process.run()
            let text = try terminal.readToEnd()
            process.waitUntilExit()
            return (process.terminationStatus, text)
        }
    }

    func start(_ words: String...) throws -> RunningProgram { try mutasi.start(words, environment: environment) }

    /// The objects that `mutasi` lists as JSON.
    func rows(_ words: String...) async throws -> [[String: Any]] {
        let (mutasi, environment) = (mutasi, environment)
        let result = try await mutasi.run(words + ["--format", "json"], environment: environment)
        try #require(result.status == 0, "\(words): \(result.standardError)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(result.standardOutput.utf8)) as? [[String: Any]]
        )
    }

    /// Waits until a program has written that much, or has ended.
    static func wait(
        _ running: RunningProgram,
        until condition: @escaping @Sendable (String, String) -> Bool
    ) async throws {
        try await BlockingWork.run {
            while running.process.isRunning {
                let output = String(decoding: running.output.contents(), as: UTF8.self)
                let errors = String(decoding: running.errors.contents(), as: UTF8.self)
                if condition(output, errors) { return }
                usleep(5_000)
            }
        }
    }

    /// Waits for its end; returns its status, output and errors.
    static func end(_ running: RunningProgram) async throws -> Program.Result {
        return try await BlockingWork.run {
            running.process.waitUntilExit()
            return Program.Result(
                status: running.process.terminationStatus,
                standardOutput: String(decoding: running.output.contents(), as: UTF8.self),
                standardError: String(decoding: running.errors.contents(), as: UTF8.self)
            )
        }
    }
}
