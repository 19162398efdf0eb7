import CityDatabase
import Foundation
import TestSupport
import Testing

@Suite("Help and slips of the hand")
struct HelpTests {
    /// A command's help, as the program itself describes it.
    private struct Help: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { let name: String }
            let kind: String
            let valueName: String?
            let names: [Name]?
            let abstract: String?
            let discussion: String?
            let defaultValue: String?
            let allValues: [String]?
            let allValueDescriptions: [String: String]?
        }
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Help]?

        static func of(_ program: String) async throws -> Help {
            struct Dump: Decodable { let command: Help }
            let result = try await Program.built(program).run(["--experimental-dump-help"])
            return try JSONDecoder().decode(Dump.self, from: Data(result.standardOutput.utf8)).command
        }

        var all: [Help] { [self] + (subcommands ?? []).flatMap(\.all) }
    }

    @Test("a paragraph is one line, which the terminal alone breaks", arguments: ["mutasi", "mutasid"])
    func paragraphs(_ program: String) async throws {
        for command in try await Help.of(program).all {
            let texts =
                [command.abstract, command.discussion]
                + (command.arguments ?? []).flatMap { [$0.abstract, $0.discussion] }
            for text in texts.compactMap(\.self) {
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                for (line, next) in zip(lines, lines.dropFirst()) {
                    let isParagraph = !line.isEmpty && !line.hasPrefix(" ") && !next.isEmpty && !next.hasPrefix(" ")
                    #expect(!isParagraph, "\(command.commandName): \(line)")
                }
            }
        }
    }

    @Test("a default is one of the values, and a value has a description or the option has none")
    func values() async throws {
        for command in try await Help.of("mutasi").all {
            for argument in command.arguments ?? [] {
                let name = "\(command.commandName) \(argument.names?.first?.name ?? argument.valueName ?? "")"
                if let values = argument.allValues, let value = argument.defaultValue {
                    #expect(values.contains(value), "\(name): \(value)")
                }
                #expect(argument.allValueDescriptions?.isEmpty != false, "\(name)")
            }
        }
    }

    @Test("a command names the kinds of events that it takes, and no other")
    func kinds() async throws {
        let person = try #require(try await Help.of("mutasi").all.first { $0.commandName == "person" })
        for (name, own, other) in [("end", "retirement", "leave_end"), ("resume", "leave_end", "retirement")] {
            let command = try #require(person.all.first { $0.commandName == name })
            let kind = try #require(command.arguments?.first { $0.names?.first?.name == "kind" })
            #expect(kind.abstract?.contains(own) == true && kind.abstract?.contains(other) == false)
            #expect(kind.allValues?.isEmpty != false)
        }
    }

    @Test("whoever needs a cycle is told what one looks like")
    func cycles() async throws {
        var count = 0
        for command in try await Help.of("mutasi").all where !["add", "watch"].contains(command.commandName) {
            for argument in command.arguments ?? [] where argument.abstract?.hasPrefix("The cycle") == true {
                count += 1
                if argument.kind == "positional" { #expect(argument.abstract?.contains("2026-Q3") == true) }
            }
        }
        #expect(count > 20)
        let result = try await Program.built("mutasi").run(["cycle", "show", "2026Q3"])
        #expect(result.status == 64 && result.standardError.contains("a quarter, 2026-Q3, or a year, 2026"))
    }

    @Test(
        "a noun or a verb with a slip is refused with the one that was meant, also after help",
        arguments: [
            "cicle list > cycle", "cycle shwo 2026-Q3 > show", "talent successor > successors", "help cycel > cycle",
            "audit erase lst > list", "cycle sevrity --help > severity",
        ]
    )
    func meant(_ line: String) async throws {
        let parts = line.components(separatedBy: " > ")
        let result = try await Program.built("mutasi").run(parts[0].split(separator: " ").map(String.init))
        #expect(result.status == 64 && result.standardOutput.isEmpty)
        #expect(
            result.standardError.contains("; did you mean '\(parts[1])'? [command.unknown]"),
            "\(result.standardError)"
        )
        #expect(result.standardError.contains("--help' lists the commands"))
    }

    @Test(
        "a word that means no command is refused, also after help",
        arguments: ["payroll", "help nonsense", "cycle zzz"]
    )
    func unknown(_ line: String) async throws {
        let words = line.split(separator: " ").map(String.init)
        let result = try await Program.built("mutasi").run(words + ["--language", "id"])
        #expect(
            result.status == 64
                && result.standardError.contains("tidak mempunyai perintah '\(words.last ?? "")' [command.unknown]")
        )
    }

    @Test(
        "the commands themselves, their help and their arguments are no slips",
        arguments: ["help cycle show", "cycle --help"]
    )
    func known(_ line: String) async throws {
        let result = try await Program.built("mutasi").run(line.split(separator: " ").map(String.init))
        #expect(result.status == 0 && result.standardOutput.contains("OVERVIEW"))
    }

    @Test("a code with a slip is refused with the one that was meant")
    func codes() async throws {
        let stage = try await CommandStage.make()
        let agency = try await stage("talent", "due", "--agency", "dinkse")
        #expect(agency.status == 65 && agency.standardError.contains("there is no agency dinkse; did you mean dinkes?"))
        let schedule = try await stage("schedule", "show", "forget-job", "--language", "id")
        #expect(schedule.status == 65 && schedule.standardError.contains("maksud Anda forget-jobs?"))
        // The nearest rule set is that of another year.
        let rules = try await stage("rules", "show", "2026.11")
        #expect(rules.status == 65 && rules.standardError.contains("there is no rule set 2026.11 [rules.unknown]"))
        let far = try await stage("talent", "due", "--agency", "setda")
        #expect(far.standardError.contains("there is no agency setda [agency.unknown]"))
    }

    @Test("a report of a cycle without results warns, and ends with 2; an early day of agencies says why it has none")
    func nothing() async throws {
        let stage = try await CommandStage.make()
        try #require(try await stage("cycle", "add", "2027-Q3").status == 0)
        let folder = try ScratchDirectory()
        for report in ["cycle", "talent"] {
            let result = try await stage("report", report, "2027-Q3", "--output", folder.file("\(report).html"))
            #expect(result.status == 2, "\(result.standardError)")
            #expect(result.standardError.contains("warning: cycle 2027-Q3 has no results yet; the page is empty"))
        }
        let agencies = try await stage("agency", "list", "--as-of", "2020-01-01")
        #expect(agencies.status == 0 && agencies.standardError.contains("no agency has a name on 2020-01-01"))
    }

    @Test("an agency that is renamed without a short name keeps its own")
    func rename() async throws {
        let stage = try await CommandStage.make(ownRoles: true)
        try #require(try await stage("agency", "rename", "dinkes", "--name", "Dinas Kesehatan Kota").status == 0)
        let row = try #require(try await stage.rows("agency", "show", "dinkes").first)
        #expect(row["name"] as? String == "Dinas Kesehatan Kota")
        #expect(row["short_name"] as? String == stage.agencies[0].shortName)
    }
}
