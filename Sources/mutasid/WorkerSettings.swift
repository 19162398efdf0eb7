import Foundation
import Jobs
import Logging

/// What a worker can be told while it runs.
struct WorkerSettings: Sendable, Equatable {
    /// Chunks and batches of jobs at the same time.
    var parallelism = 2
    /// People in a chunk at most.
    var chunkSize = 20_000
    /// How long a chunk shall take.
    var chunkSeconds = 1.0
    var logLevel = Logger.Level.info

    static let mostParallelism = 64

    /// Where they come from: what the file says, and the command line over it.
    struct Source: Sendable {
        let file: String?
        let parallelism: Int?
        let chunkSize: Int?
        let chunkSeconds: Double?
        let logLevel: Logger.Level?

        func read() throws(Invalid) -> WorkerSettings {
            var settings = WorkerSettings()
            if let file { settings = try WorkerSettings(contentsOf: file) }
            settings.parallelism = parallelism ?? settings.parallelism
            settings.chunkSize = chunkSize ?? settings.chunkSize
            settings.chunkSeconds = chunkSeconds ?? settings.chunkSeconds
            settings.logLevel = logLevel ?? settings.logLevel
            try settings.check()
            return settings
        }
    }

    /// Settings that cannot be.
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    init() {}

    /// Reads a JSON object of parallelism, chunk_size, chunk_seconds and log_level.
    ///
    /// - Throws: `Invalid`, which says what is wrong where. Nothing of a wrong file is taken.
    init(contentsOf path: String) throws(Invalid) {
        let object: [String: Any]?
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        } catch {
            throw Invalid(description: "settings \(path) cannot be read: \((error as NSError).localizedDescription)")
        }
        guard let object else { throw Invalid(description: "settings \(path) are not a JSON object") }
        for (key, value) in object {
            let isTaken: Bool
            switch key {
            case "parallelism": isTaken = take(value as? Int) { $0.parallelism = $1 }
            case "chunk_size": isTaken = take(value as? Int) { $0.chunkSize = $1 }
            case "chunk_seconds": isTaken = take(value as? Double) { $0.chunkSeconds = $1 }
            case "log_level":
                isTaken = take((value as? String).flatMap(Logger.Level.init(rawValue:))) { $0.logLevel = $1 }
            default:
                throw Invalid(
                    description:
                        "settings \(path): \(key) is unknown; there are parallelism, chunk_size, chunk_seconds, log_level"
                )
            }
            guard isTaken else { throw Invalid(description: "settings \(path): \(key) is not a value of its kind") }
        }
        try check()
    }

    func check() throws(Invalid) {
        guard (1...Self.mostParallelism).contains(parallelism) else {
            throw Invalid(description: "parallelism is from 1 to \(Self.mostParallelism)")
        }
        guard (1...1_000_000).contains(chunkSize) else {
            throw Invalid(description: "the chunk size is from 1 to 1000000")
        }
        guard (0.01...60).contains(chunkSeconds) else {
            throw Invalid(description: "a chunk takes from 0.01 to 60 seconds")
        }
    }

    func options(name: String) -> Worker.Options {
        Worker.Options(name: name, parallelism: parallelism, chunkSize: chunkSize, chunkTime: .seconds(chunkSeconds))
    }

    private mutating func take<Value>(_ value: Value?, _ set: (inout Self, Value) -> Void) -> Bool {
        guard let value else { return false }
        set(&self, value)
        return true
    }
}
