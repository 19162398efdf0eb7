import Foundation
import TestSupport

/// The toolchain's compiler, with the room as the tests were built from it and the settings of the package.
struct Compiler {
    /// One line of what the compiler says.
    struct Diagnostic: CustomStringConvertible {
        let file: String
        let line: Int
        let isError: Bool
        let message: String

        var description: String { "\(file):\(line): \(isError ? "error" : "warning"): \(message)" }
    }

    struct Verdict {
        let isAccepted: Bool
        let diagnostics: [Diagnostic]
        /// All that it printed.
        let text: String

        func errors(in line: Int) -> [Diagnostic] { diagnostics.filter { $0.isError && $0.line == line } }
    }

    /// The package that this file belongs to.
    static let package = (0..<4)
        .reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    private let arguments: [String]

    init() async throws {
        let manifest = try String(contentsOf: Self.package.appending(path: "Package.swift"), encoding: .utf8)
        let features = manifest.matches(of: /enableUpcomingFeature\("(\w+)"\)/).map { String($0.1) }
        let flags = try await Program(path: "/usr/bin/env").run(["pkg-config", "--cflags", "libpq"]).standardOutput
        let map = Self.package.appending(path: "Sources/CLibPQ/module.modulemap").path
        let clang = ["-fmodule-map-file=\(map)"] + flags.split(whereSeparator: \.isWhitespace).map(String.init)
        arguments =
            ["swiftc", "-swift-version", "6", "-strict-memory-safety", "-diagnostic-style", "llvm"]
            + features.flatMap { ["-enable-upcoming-feature", $0] }
            + ["-I", Program.built("Modules").path, "-module-cache-path", Program.built("ModuleCache").path]
            + clang.flatMap { ["-Xcc", $0] }
            // Ownership, exclusivity and regions are judged after the types, so `-typecheck` would pass them all.
            + ["-emit-sil", "-o", "/dev/null"]
    }

    func judge(_ file: String, with more: [String] = []) async throws -> Verdict {
        let result = try await Program(path: "/usr/bin/env").run(arguments + more + [file])
        return Verdict(
            isAccepted: result.status == 0,
            diagnostics: result.standardError.split(separator: "\n").compactMap(Diagnostic.init),
            text: result.standardError
        )
    }
}

extension Compiler.Diagnostic {
    /// Nil for a line that is no error and no warning, such as a note or a quoted line of source.
    fileprivate init?(_ text: Substring) {
        guard let match = text.wholeMatch(of: /([^\s:][^:]*):(\d+):\d+: (error|warning): (.*)/), let line = Int(match.2)
        else { return nil }
        self.init(file: String(match.1), line: line, isError: match.3 == "error", message: String(match.4))
    }
}
