import Foundation
import Testing

@Suite("Examples")
struct ExampleTests {
    private static let package = (0..<4)
        .reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    /// The lines of a text without the blanks before them.
    private static func lines(_ text: some StringProtocol) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0.drop { $0 == " " }) }
    }

    private static func texts(in folder: String, _ suffix: String) throws -> [String: String] {
        let folder = package.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(suffix) }
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            }
        )
    }

    @Test("these tests compile and run every example in the room's documentation")
    func shown() throws {
        let sources = try Self.texts(in: "Tests/JobsTests", ".swift").values
            .map { Self.lines($0).joined(separator: "\n") }
        var count = 0
        for (article, text) in try Self.texts(in: "Sources/Jobs/Jobs.docc", ".md") {
            for block in text.matches(of: /```(?:swift|sql)\n((?:.|\n)*?)\n```/) {
                let example = Self.lines(block.1).joined(separator: "\n")
                #expect(sources.contains { $0.contains(example) }, "\(article): \(block.1)")
                count += 1
            }
        }
        #expect(count >= 8)
    }
}
