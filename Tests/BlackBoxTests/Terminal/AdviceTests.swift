import Foundation
import TestSupport
import Testing
import Texts

@Suite("Advice of the programs")
struct AdviceTests {
    @Test("names only commands of the programs")
    func commands() async throws {
        var named: Set<[String]> = []
        for entry in TextCatalogue.advice.entries {
            for text in [entry.english.source, entry.indonesian.source] {
                for match in text.matches(of: /'mutasi ([a-z][a-z \-]*)/) {
                    named.insert(
                        match.1.split(separator: " ").map(String.init).prefix { !$0.hasPrefix("-") }.map { $0 }
                    )
                }
            }
        }
        #expect(named.count > 30)
        for words in named {
            let help = try await Program.built("mutasi").run(words + ["--help"])
            #expect(help.status == 0, "mutasi \(words.joined(separator: " "))")
        }
    }

    @Test("an error shows its code and what to do, in the language of the program")
    func languages() async throws {
        let stage = try await CommandStage.make()
        let english = try await stage("agency", "show", "nowhere")
        #expect(english.status == 65)
        #expect(
            english.standardError == """
                error: there is no agency nowhere [agency.unknown]
                hint: 'mutasi agency list' shows the agencies

                """
        )
        let indonesian = try await stage("agency", "show", "nowhere", "--language", "id")
        #expect(indonesian.status == 65)
        #expect(
            indonesian.standardError == """
                galat: perangkat daerah nowhere tidak ada [agency.unknown]
                saran: 'mutasi agency list' menampilkan perangkat daerah yang ada

                """
        )
    }
}
