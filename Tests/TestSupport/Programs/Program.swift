public import Foundation

/// A program run by a test, to its end or until killed.
public struct Program: Sendable {
    public struct Result: Sendable {
        public let status: Int32
        public let standardOutput: String
        public let standardError: String

        public init(status: Int32, standardOutput: String, standardError: String) {
            self.status = status
            self.standardOutput = standardOutput
            self.standardError = standardError
        }
    }

    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// One of our programs, from the folder that the tests were built into.
    public static func built(_ name: String) -> Program {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return Program(path: tests.deletingLastPathComponent().appending(path: name).path)
    }

    /// Runs to the end. No thread of the cooperative pool waits for it, because others' tasks need these threads.
    public func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> Result {
        try await BlockingWork.run { try runBlocking(arguments, environment: environment) }
    }

    /// Like `run`, for callers that have a thread of their own.
    public func runBlocking(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        let process = try start(arguments, environment: environment)
        process.process.waitUntilExit()
        return Result(
            status: process.process.terminationStatus,
            standardOutput: String(decoding: process.output.contents(), as: UTF8.self),
            standardError: String(decoding: process.errors.contents(), as: UTF8.self)
        )
    }

    /// The environment of a program that a test starts: this process's, with `changes`. The program speaks English
    /// wherever the tests run, unless a change says otherwise.
    public static func environment(_ changes: [String: String]) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["MUTASI_LANGUAGE"] = nil
        environment["LC_ALL"] = "C"
        return environment.merging(changes) { $1 }
    }

    /// Starts it and returns.
    public func start(_ arguments: [String], environment: [String: String] = [:]) throws -> RunningProgram {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = Self.environment(environment)
        process.standardInput = FileHandle.nullDevice
        let output = try OutputFile()
        let errors = try OutputFile()
        process.standardOutput = output.handle
        process.standardError = errors.handle
        try process.run()
        return RunningProgram(process: process, output: output, errors: errors)
    }
}

/// A started program and what it prints.
public struct RunningProgram: Sendable {
    public let process: Process
    public let output: OutputFile
    public let errors: OutputFile
}

/// The place of a program's output: an unlinked file, so that no reader has to keep up.
public struct OutputFile: Sendable {
    public let handle: FileHandle

    init() throws {
        let path = FileManager.default.temporaryDirectory.path + "/mutasi-output-\(UUID().uuidString)"
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forUpdatingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        self.handle = handle
        try FileManager.default.removeItem(atPath: path)
    }

    /// Everything written so far.
    public func contents() -> Data {
        do {
            try handle.seek(toOffset: 0)
            return try handle.readToEnd() ?? Data()
        } catch {
            return Data()
        }
    }
}
