import Foundation
import TestSupport
import Testing

@Suite("The language of commands")
struct LanguageTests {
    @Test("a wrong one is refused before anything is done", arguments: ["mutasi", "mutasid"])
    func refused(_ name: String) async throws {
        let program = Program.built(name)
        let option = try await program.run(["--language", "fr", "--version"])
        #expect(option.status == 64 && option.standardOutput.isEmpty)
        #expect(option.standardError.contains("--language takes one of id, en, not 'fr'"))
        let variable = try await program.run(["--version"], environment: ["MUTASI_LANGUAGE": "fr"])
        #expect(variable.status == 78 && variable.standardError.contains("MUTASI_LANGUAGE takes one of id, en"))
        let help = try await program.run(["--help"])
        #expect(help.standardOutput.contains("--language <language>"))
    }

    @Test(
        "pages and pictures follow the option, the variable and the locale",
        arguments: [
            (["--language", "id"], [:], true), (["--language=en"], ["MUTASI_LANGUAGE": "id"], false),
            ([], ["MUTASI_LANGUAGE": "id"], true), ([], ["LC_ALL": "id_ID.UTF-8"], true), ([], [:], false),
        ]
    )
    func pages(_ words: [String], _ environment: [String: String], _ isIndonesian: Bool) async throws {
        let stage = try await CommandStage.make()
        let shown = try await Program.built("mutasi")
            .run(
                ["chart"] + words + ["ages", "--as", "html"],
                environment: stage.environment.merging(environment) { $1 }
            )
        #expect(shown.status == 0, "\(shown.standardError)")
        #expect(shown.standardOutput.contains("<html lang=\"\(isIndonesian ? "id" : "en")\""))
    }
}
