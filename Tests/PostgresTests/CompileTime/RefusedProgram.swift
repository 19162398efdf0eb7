import Foundation
import Testing

/// A small program that breaks a rule of the room, and its twin that does not: one file, compiled with `REFUSED` and
/// without.
///
/// `// refused: words` at the end of a line says what the compiler must say about that line.
struct RefusedProgram: CustomTestStringConvertible {
    struct Refusal {
        let line: Int
        let words: String
    }

    let path: String
    let refusals: [Refusal]

    var testDescription: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

    init(_ path: String) throws {
        self.path = path
        let lines = try String(contentsOfFile: path, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        refusals = lines.enumerated()
            .compactMap { index, line in
                line.firstMatch(of: /\/\/ refused: (.+)$/).map { Refusal(line: index + 1, words: String($0.1)) }
            }
    }

    /// Those in the folders beside this file, by name.
    static func all() throws -> [RefusedProgram] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Refused").path
        return try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") }
            .sorted()
            .map { try RefusedProgram(folder + "/" + $0) }
    }
}
