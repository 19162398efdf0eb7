import Foundation
import Glibc
import Logging
import Synchronization
import Telemetry
import TestSupport
import Testing

@Suite("A log in JSON")
struct JSONLogTests {
    private indirect enum Value: Decodable, Equatable {
        case text(String)
        case list([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let list = try? container.decode([Value].self) {
                self = .list(list)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }
    }

    private struct Line: Decodable {
        let time: String
        let level: String
        let label: String
        let source: String
        let message: String
        let metadata: [String: Value]?
    }

    private struct Refusal: Error {}

    /// The lines that `body` logs, each with its line break.
    private func lines(_ body: (Logger) async -> Void) async throws -> [Line] {
        let folder = try ScratchDirectory()
        let path = folder.file("log")
        let descriptor = unsafe open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
        try #require(descriptor >= 0)
        let output = LogOutput(descriptor: descriptor)
        var logger = Logger(label: "test") { JSONLogHandler(label: $0, output: output, metadataProvider: nil) }
        logger.logLevel = .trace
        await body(logger)
        close(descriptor)
        let data = try #require(FileManager.default.contents(atPath: path))
        #expect(data.last == UInt8(ascii: "\n"))
        return try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(Line.self, from: $0) }
    }

    @Test("a line has its members, and nested metadata stays nested")
    func members() async throws {
        let before = Date.now
        let lines = try await lines { logger in
            var logger = logger
            logger[metadataKey: "pid"] = "1"
            logger[metadataKey: "over"] = "handler"
            logger.warning(
                "hello",
                metadata: [
                    "over": "event", "count": .stringConvertible(3), "list": ["a", ["b": "c"]], "empty": [:],
                ]
            )
        }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        #expect((line.level, line.label, line.message) == ("warning", "test", "hello"))
        #expect(line.source == "TelemetryTests")
        #expect(
            line.metadata == [
                "pid": .text("1"), "over": .text("event"), "count": .text("3"),
                "list": .list([.text("a"), .object(["b": .text("c")])]), "empty": .object([:]),
            ]
        )
        #expect(line.time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(line.time)")
        let time = try Date(line.time, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        #expect((before.addingTimeInterval(-0.001)...Date.now).contains(time))
    }

    @Test("metadata is left out when empty; a provider and an error are written")
    func providers() async throws {
        let lines = try await lines { logger in
            logger.info("plain")
            var handler = logger.handler
            handler.metadataProvider = Logger.MetadataProvider { ["trace": "7"] }
            handler.log(
                event: LogEvent(
                    level: .error,
                    message: "failed",
                    error: Refusal(),
                    metadata: nil,
                    source: "elsewhere",
                    file: #fileID,
                    function: #function,
                    line: #line
                )
            )
        }
        #expect(lines[0].metadata == nil)
        #expect(lines[1].source == "elsewhere")
        #expect(lines[1].metadata?["trace"] == .text("7"))
        #expect(lines[1].metadata?["error.message"] == .text("Refusal()"))
        #expect(lines[1].metadata?["error.type"] != nil)
    }

    @Test("any character survives, in messages, keys and values")
    func characters() async throws {
        var text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init)))
        text += "\u{2028}\u{2029}\u{FEFF}\u{FFFD}\u{FFFF}👩‍👩‍👧‍👦\u{10FFFF}\r\n\"\\/"
        let planted = text
        let lines = try await lines { $0.info("\(planted)", metadata: [planted: "\(planted)"]) }
        #expect(lines.count == 1)
        #expect(lines[0].message.unicodeScalars.elementsEqual(planted.unicodeScalars))
        #expect(lines[0].metadata == [planted: .text(planted)])
    }

    @Test("lines of many tasks do not mix, and none is lost")
    func concurrency() async throws {
        let filling = String(repeating: "ä", count: 5_000)
        let lines = try await lines { logger in
            await withTaskGroup { group in
                for task in 0..<8 {
                    group.addTask { for line in 0..<50 { logger.info("\(task) \(line) \(filling)") } }
                }
            }
        }
        #expect(Set(lines.map(\.message)).count == 400)
        #expect(lines.allSatisfy { $0.message.hasSuffix(filling) })
    }

    @Test("a reader that is slow gets all of a line")
    func slowReader() async throws {
        var ends: [Int32] = [0, 0]
        try #require(unsafe pipe(&ends) == 0)
        for end in ends { try #require(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
        let output = LogOutput(descriptor: ends[1])
        let message = String(repeating: "x", count: 300_000)
        // Both on threads of their own, the writer's first: neither waits for a turn among the tests.
        Thread.detachNewThread {
            let logger = Logger(label: "test") { JSONLogHandler(label: $0, output: output, metadataProvider: nil) }
            logger.info("\(message)")
        }
        let bytes = try await BlockingWork.run { [reader = ends[0]] in
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while bytes.last != UInt8(ascii: "\n") {
                var wait = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
                try #require(unsafe poll(&wait, 1, -1) == 1)
                let count = unsafe read(reader, &buffer, buffer.count)
                bytes += buffer[..<max(count, 0)]
            }
            return bytes
        }
        for end in ends { close(end) }
        #expect(try JSONDecoder().decode(Line.self, from: Data(bytes)).message == message)
    }

    @Test("a service of systemd logs JSON, a terminal text")
    func format() {
        #expect(LogFormat.detected(environment: ["JOURNAL_STREAM": "8:1"]) == .json)
        #expect(LogFormat.detected(environment: ["INVOCATION_ID": "a"]) == .json)
        #expect(LogFormat.detected(environment: ["TERM": "xterm"]) == .text)
        #expect(LogFormat(rawValue: "json")?.handler(label: "x") is JSONLogHandler)
        #expect(LogFormat.text.handler(label: "x") is VisibleLogHandler)
    }

    /// Keeps what it is given.
    private struct Keeper: LogHandler {
        final class Lines: Sendable {
            let texts = Mutex<[String]>([])
        }

        let lines = Lines()
        var logLevel = Logger.Level.trace
        var metadata: Logger.Metadata = [:]

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let metadata = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            lines.texts.withLock { $0.append("\(event.message) \(metadata.map { "\($0.key)=\($0.value)" })") }
        }
    }

    @Test("a text log has control characters as escapes, in messages, metadata and errors, and no line becomes two")
    func visible() {
        struct Hostile: Error, CustomStringConvertible { let description = "\u{1B}[2J\ngone" }
        let keeper = Keeper()
        var logger = Logger(label: "test") { _ in VisibleLogHandler(keeper) }
        logger[metadataKey: "a"] = "\u{9B}1m"
        logger.info(
            "chunk\r\n\u{1B}]0;x\u{7}",
            error: Hostile(),
            metadata: ["b": ["\u{202E}"], "c": ["d": "\(Hostile())"]]
        )
        let lines = keeper.lines.texts.withLock { $0 }
        #expect(lines.count == 1 && lines[0].hasPrefix("chunk  \\u{1B}]0;x\\u{7} "))
        #expect(
            lines[0].contains("\\u{202E}") && lines[0].contains("\\u{1B}[2J gone") && lines[0].contains("\\u{9B}1m")
        )
        #expect(lines[0].unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
    }
}
