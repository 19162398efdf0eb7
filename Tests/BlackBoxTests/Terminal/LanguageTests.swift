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

    @Test("messages, tables, hints and questions are in Indonesian; JSON and CSV stay the same")
    func indonesian() async throws {
        let stage = try await CommandStage.make(people: 2)
        let added = try await stage("cycle", "add", "2026-Q4", "--language", "id")
        #expect(added.standardError.contains("siklus 2026-Q4 ditambahkan"))
        let listed = try await stage("--language", "id", "agency", "list")
        #expect(listed.standardOutput.contains("Nama singkat") && listed.standardOutput.contains("aktif"))
        let runs = try await stage("run", "list", "--language", "id")
        #expect(runs.standardOutput.contains("terjadwal") && !runs.standardOutput.contains("scheduled"))
        let none = try await stage("job", "list", "--language", "id")
        #expect(none.standardOutput == "(tidak ada)\n")
        let checked = try await stage("audit", "verify", "--language", "id")
        #expect(checked.standardError == "jejak audit utuh\n")
        for format in ["json", "csv"] {
            let words = ["run", "list", "--format", format]
            let english = try await Program.built("mutasi").run(words, environment: stage.environment)
            let indonesian = try await Program.built("mutasi")
                .run(words + ["--language", "id"], environment: stage.environment)
            #expect(english.standardOutput == indonesian.standardOutput)
        }
    }

    @Test("what imports, quality, audits, checks and runs find is in the program's language; codes stay")
    func findings() async throws {
        let stage = try await CommandStage.make(people: 2)
        let folder = try ScratchDirectory()
        let (file, list) = (folder.file("people.csv"), folder.file("rejected.csv"))
        let bad = SampleFile.person(3).replacing(SampleFile.nip(3), with: "12345")
        try "\(SampleFile.peopleHeader)\n\(bad)\n".write(toFile: file, atomically: false, encoding: .utf8)
        _ = try await stage.city.psql(
            """
            set role medan_owner;
            update run_chunk set last_error = 'its keys run backwards', state = 'failed';
            alter table person no force row level security;
            """
        )
        _ = try await stage.city.psql("update person set legal_status = 'CLTN', birth_date = '1950-01-02'")
        let expected = [
            "en": (
                "NIP is not 18 digits", "to retire on", "row level security is not enabled and forced", "Why: without"
            ),
            "id": (
                "NIP tidak terdiri atas 18 angka", "pensiun per", "tidak diaktifkan dan dipaksakan", "Mengapa: tanpa"
            ),
        ]
        for (language, words) in expected {
            let end = ["--language", language]
            let program = Program.built("mutasi")
            let imported = try await program.run(
                ["import", "people", file, "--agency", "dinkes", "--rejects", list] + end,
                environment: stage.environment
            )
            #expect(imported.status == 65 && imported.standardError.contains("\(words.0) [nip_shape]"))
            #expect(try String(contentsOfFile: list, encoding: .utf8).contains("nip_shape,\(words.0)"))
            let quality = try await program.run(
                ["quality", "--list", "--only", "TIM_5", "--format", "json"] + end,
                environment: stage.environment
            )
            #expect(
                quality.standardOutput.contains(words.1) && quality.standardOutput.contains(#""indicator": "TIM_5""#)
            )
            let checked = try await program.run(
                ["db", "check", "--format", "json"] + end,
                environment: stage.environment
            )
            #expect(checked.status == 2 && checked.standardError.contains(words.3))
            #expect(checked.standardOutput.contains(words.2) && checked.standardOutput.contains("rls_not_forced"))
        }
    }

    @Test("a question takes y and ya, and nothing else", arguments: ["y", "ya", "Ya", "yes", "t", "yo", ""])
    func question(_ answer: String) async throws {
        let stage = try await CommandStage.make(ownRoles: true)
        let result = try await stage.asked(["agency", "close", "dlh", "--language", "id"], answer: answer)
        #expect(result.text.contains("Tutup perangkat daerah dlh secara permanen? [y/T] "))
        let isYes = ["y", "ya", "Ya", "yes"].contains(answer)
        #expect(result.status == (isYes ? 0 : 64), "\(result.text)")
        #expect(result.text.contains("perangkat daerah dlh ditutup") == isYes)
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
