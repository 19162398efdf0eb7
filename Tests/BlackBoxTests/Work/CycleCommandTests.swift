import TestSupport
import Testing

@Suite("mutasi cycle", .timeLimit(.minutes(20)))
struct CycleCommandTests {
    /// A cycle of a year that no clock of a test reaches, and what the database knows of its phases.
    private func ahead() async throws -> (stage: CommandStage, states: @Sendable () async throws -> String) {
        let stage = try await CommandStage.make(people: 2)
        try #require(try await stage("cycle", "add", "2100-Q3").status == 0)
        return (
            stage,
            {
                try await stage.city.psql(
                    """
                    select step || ' ' || state || ' ' || city_day(intended_at) from run
                    where subject = '2100-Q3' order by ordinal
                    """
                )
            }
        )
    }

    @Test("a phase does not run before its day without a reason and a yes; a dry run shows its day")
    func early() async throws {
        let (stage, states) = try await ahead()
        let before = try await states()
        let words = ["cycle", "run", "2100-Q3", "--through", "open"]

        let unexplained = try await stage("cycle", "run", "2100-Q3", "--through", "open", "--yes")
        #expect(unexplained.status == 64 && unexplained.standardError.contains("2100-07-01"))
        #expect(unexplained.standardError.contains("--reason"))
        let blank = try await stage("cycle", "run", "2100-Q3", "--through", "open", "--reason", "  ", "--yes")
        #expect(blank.status == 64 && blank.standardError.contains("--reason"))
        let unasked = try await stage("cycle", "run", "2100-Q3", "--through", "open", "--reason", "letter 800/7")
        #expect(unasked.status == 64 && unasked.standardError.contains("--yes"))
        let rehearsed = try await stage("cycle", "run", "2100-Q3", "--through", "open", "--dry-run")
        #expect(rehearsed.status == 0 && rehearsed.standardOutput.contains("2100-07-01"))
        #expect(!rehearsed.standardOutput.contains("close"))
        let refused = try await stage.asked(words + ["--reason", "letter 800/7"], answer: "n")
        #expect(refused.status == 64 && refused.text.contains("2100-07-01") && refused.text.contains("2 "))
        #expect(try await states() == before)

        let taken = try await stage.asked(words + ["--reason", "letter 800/7"], answer: "y")
        #expect(taken.status == 0, "\(taken.text)")
        let after = try await states().split(separator: "\n")
        #expect(after.first?.hasPrefix("open done") == true)
        #expect(
            after.dropFirst().elementsEqual(before.split(separator: "\n").dropFirst()),
            "later phases keep their days"
        )
    }

    @Test("dates that are ahead change, in a dry run only on paper; what cannot be is refused")
    func reschedule() async throws {
        let (stage, states) = try await ahead()
        let before = try await states()
        let rehearsed = try await stage("cycle", "reschedule", "2100-Q3", "--final", "2100-12-31", "--dry-run")
        #expect(rehearsed.status == 0 && rehearsed.standardOutput.contains("2100-12-31"))
        #expect(try await states() == before)
        for (words, status) in [
            (["--close", "2100-09-30", "--remind", "2100-09-01"], 65), (["--open", "2100-06-30"], 65),
            (["--close", "2101-02-01"], 64), ([], 64),
        ] as [([String], Int32)] {
            let command = ["cycle", "reschedule", "2100-Q3"] + words
            let result = try await Program.built("mutasi").run(command, environment: stage.environment)
            #expect(result.status == status, "\(words): \(result.standardError)")
            #expect(try await states() == before, "\(words)")
        }
        let changed = try await stage("cycle", "reschedule", "2100-Q3", "--final", "2100-12-31")
        #expect(changed.status == 0, "\(changed.standardError)")
        #expect(try await states().contains("final scheduled 2100-12-31\n"))
        let again = try await stage("cycle", "add", "2100-Q3", "--final", "2101-01-31")
        #expect(again.standardError.contains("mutasi cycle reschedule"), "\(again.standardError)")
        #expect(try await states().contains("final scheduled 2100-12-31\n"))
    }
}
