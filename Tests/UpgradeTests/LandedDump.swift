import Foundation
import LocalServer
import TestSupport

/// A filled city of a landed version, as `Tests/UpgradeTests/dump-landed-city` wrote it, under a name of its own.
struct LandedDump: Sendable, CustomStringConvertible {
    let name: String
    let path: String

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Landed")

    /// From the oldest to the newest.
    static let all: [LandedDump] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(suffix) }
        .sorted()
        .map { LandedDump(name: String($0.dropLast(suffix.count)), path: folder.appending(path: $0).path) }

    private static let suffix = ".sql.gz"

    var city: String { "landed_" + name.replacing("-", with: "_") }
    var description: String { name }

    /// The files that the version had applied: path and SHA-256.
    func ledger() async throws -> [String: String] {
        var ledger: [String: String] = [:]
        let lines = try await shell("gzip -dc \"$1\" | sed -n '/^COPY .*[.]applied_file /,/^[\\\\][.]$/p'")
        for line in lines.split(separator: "\n").dropFirst().dropLast() {
            let fields = line.split(separator: "\t")
            ledger[String(fields[0])] = String(fields[1])
        }
        return ledger
    }

    /// Restores it into a database of its own on the suite's server, and returns its name; the city's admin gets the
    /// password "landed".
    func restore() async throws -> String {
        let database = try await TestServer.shared.createDatabase()
        let uri = TestServer.shared.server.uri(database: database)
        _ = try await shell("gzip -dc \"$1\" | psql -X -q -v ON_ERROR_STOP=1 -d \"$2\" >/dev/null", uri)
        try await TestServer.shared.run("alter role \(city)_admin password 'landed'")
        return database
    }

    private func shell(_ command: String, _ arguments: String...) async throws -> String {
        let result = try await Program(path: "/bin/bash")
            .run(["-c", "set -euo pipefail; \(command)", "bash", path] + arguments)
        guard result.status == 0 else { throw Unusable(dump: name, output: result.standardError) }
        return result.standardOutput
    }

    struct Unusable: Error {
        let dump: String
        let output: String
    }
}
