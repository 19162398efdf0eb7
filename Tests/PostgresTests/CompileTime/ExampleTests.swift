import TestSupport
import Testing

@Suite("Examples")
struct ExampleTests {
    @Test("every example of the documentation compiles, without a warning")
    func compile() async throws {
        let examples = try Example.all(of: "Sources/Postgres")
        #expect(examples.count >= 60)
        let compiler = try await Compiler()
        let verdict = try await judge(examples, by: compiler)
        guard !verdict.isAccepted else { return }
        let errors = verdict.diagnostics.filter(\.isError)
        for error in errors { record(error.message, file: error.file, line: error.line) }
        guard errors.isEmpty else { return }
        // The compiler itself broke, and has not said where.
        for example in examples {
            let verdict = try await judge([example], by: compiler)
            if !verdict.isAccepted { record(verdict.text, file: example.file, line: example.line) }
        }
    }

    private func judge(_ examples: [Example], by compiler: Compiler) async throws -> Compiler.Verdict {
        let folder = try ScratchDirectory()
        defer { folder.remove() }
        let functions = examples.enumerated().map { $1.function($0 + 1) }
        let file = try folder.write("Examples.swift", "import Postgres\n\n" + functions.joined(separator: "\n"))
        return try await compiler.judge(file, with: ["-warnings-as-errors"])
    }

    /// An issue at the line of the comment or the article.
    private func record(_ message: String, file: String, line: Int) {
        let name = file.split(separator: "/").last ?? ""
        let place = SourceLocation(fileID: "Postgres/\(name)", filePath: file, line: line, column: 1)
        Issue.record("\(message)", sourceLocation: place)
    }
}
