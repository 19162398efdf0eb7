import Foundation
import Jobs
import Logging

/// What a worker can be told while it runs.
struct WorkerSettings: Sendable, Equatable {
    /// Chunks and batches of jobs at the same time.
    var parallelism = 2
    /// People in a chunk at most.
    var chunkSize = 20_000
    /// The target time of a chunk, in seconds.
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

    /// Invalid settings.
    struct Invalid: Error, CustomStringConvertible {
        let description: String
    }

    init() {}

    /// Reads a JSON object of parallelism, chunk_size, chunk_seconds and log_level.
    ///
    /// - Throws: `Invalid`, which says what is wrong where. Nothing of a wrong file is taken.
    init(contentsOf path: String) throws(Invalid) {
        let file: File
        let keys: Set<String>
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            file = try JSONDecoder().decode(File.self, from: data)
            keys = Set((try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]).keys)
        } catch let error as DecodingError {
            throw Invalid(description: "settings \(path): \(Self.words(error))")
        } catch {
            throw Invalid(description: "settings \(path) cannot be read: \((error as NSError).localizedDescription)")
        }
        if let unknown = keys.subtracting(File.CodingKeys.allCases.map(\.rawValue)).sorted().first {
            throw Invalid(
                description:
                    "settings \(path): \(unknown) is unknown; there are parallelism, chunk_size, chunk_seconds, log_level"
            )
        }
        parallelism = file.parallelism ?? parallelism
        chunkSize = file.chunkSize ?? chunkSize
        chunkSeconds = file.chunkSeconds ?? chunkSeconds
        logLevel = file.logLevel ?? logLevel
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

    private struct File: Decodable {
        enum CodingKeys: String, CodingKey, CaseIterable {
            case parallelism
            case chunkSize = "chunk_size"
            case chunkSeconds = "chunk_seconds"
            case logLevel = "log_level"
        }

        let parallelism: Int?
        let chunkSize: Int?
        let chunkSeconds: Double?
        let logLevel: Logger.Level?
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
            .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\(context.codingPath[0].stringValue) is not a value of its kind"
        default: "not a JSON object"
        }
    }
}
