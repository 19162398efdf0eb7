import CityDatabase
import Foundation
import LocalServer
import Personnel
import TestSupport
import Testing

@Suite("mutasi run", .timeLimit(.minutes(20)))
struct RunCommandTests {
    private func id(_ step: String, _ stage: CommandStage) async throws -> String {
        let run = try await stage.rows("run", "list").first { $0["step"] as? String == step }
        return "\(try #require(run?["id"] as? Int))"
    }

    private func states(_ stage: CommandStage) async throws -> [String: String] {
        let runs = try await stage.rows("run", "list")
        return Dictionary(
            uniqueKeysWithValues: runs.compactMap { run in
                (run["step"] as? String).flatMap { step in (run["state"] as? String).map { (step, $0) } }
            }
        )
    }

    @Test(
        "a typo is 64 and an unknown run 65, with a hint",
        arguments: [
            "64 run lsit", "64 run list --state runing", "64 run list --limit 0", "64 run show x",
            "64 run watch 1 --interval 0", "65 run cancel 1", "65 run show 1", "65 run pause 1", "65 run resume 1",
            "65 run retry 1", "65 run cancel 1 --yes", "65 run watch 1", "65 run watch 2026-Q9",
        ]
    )
    func usage(_ expected: String) async throws { try await CommandStage.expectRefusal(expected) }

    @Test("the help names every key of the list", arguments: ["run list", "job list", "job stats --kept"])
    func keys(_ words: String) async throws {
        let stage = try await CommandStage.make()
        let command = words.split(separator: " ").map(String.init)
        let mutasi = Program.built("mutasi")
        let listed = try await mutasi.run(command + ["--format", "csv"], environment: stage.environment)
        let help = try await mutasi.run(Array(command.prefix(2)) + ["--help"]).standardOutput
        let keys = try #require(listed.standardOutput.split(separator: "\n").first).split(separator: ",")
        let named = Set(
            try #require(help.firstRange(of: "Keys: ").map { help[$0.upperBound...] })
                .split { !$0.isLetter && $0 != "_" }
        )
        #expect(keys.count > 5 && keys.filter { !named.contains($0) }.isEmpty)
    }

    @Test("a paused run is not worked on and says so; after a resume it is done, and then it can be neither")
    func pause() async throws {
        let stage = try await CommandStage.make(people: 3)
        let open = try await id("open", stage)
        #expect(try await stage("run", "pause", open, "--note", "elections").status == 0)
        #expect(try await stage("cycle", "run", "2026-Q3").status == 0)
        #expect(try await stage.city.psql("select count(*) from run_chunk") == "0\n")
        let listed = try await stage.rows("run", "list", "--state", "scheduled,waiting")
        #expect(listed.count == CyclePhase.allCases.count)
        #expect(listed.filter { $0["paused"] as? Bool == true }.map { $0["step"] as? String } == ["open"])
        let shown = try await stage("run", "show", open)
        #expect(shown.standardOutput.contains("paused") && shown.standardOutput.contains("elections"))
        let again = try await stage("run", "pause", open)
        #expect(again.status == 65 && again.standardError.contains("mutasi run resume \(open)"))

        #expect(try await stage("run", "resume", open).status == 0)
        #expect(try await stage("cycle", "run", "2026-Q3").status == 0)
        #expect(try await states(stage).count == CyclePhase.allCases.count)
        #expect(try await states(stage).values.allSatisfy { $0 == "done" })
        for verb in ["pause", "resume", "retry"] {
            #expect(try await stage("run", verb, open).status == 65, "\(verb)")
        }
        let recorded = try await stage.city.psql(
            "select count(*) from audit_event where table_name = 'run' and operation = 'update' and actor = 'siti'"
        )
        #expect(recorded == "2\n", "the trail names who paused and resumed it")
    }

    @Test("a cancelled run ends, the runs after it wait, watching ends with 2, and a retry takes everything up again")
    func cancel() async throws {
        let stage = try await CommandStage.make(people: 3)
        let score = try await id("score", stage)
        let unasked = try await stage("run", "cancel", score)
        #expect(unasked.status == 64 && unasked.standardError.contains("--yes"))
        #expect(try await stage("run", "cancel", score, "--yes").status == 0)
        _ = try await stage("cycle", "run", "2026-Q3")
        let (before, watched) = (try await states(stage), try await stage("run", "watch", "2026-Q3"))
        #expect(
            before == [
                "open": "done", "remind": "done", "close": "done", "score": "cancelled", "place": "waiting",
                "release": "waiting", "final": "waiting",
            ]
        )
        #expect(watched.status == 2 && watched.standardError.contains("mutasi run retry \(score)"))
        #expect(try await stage("run", "watch", score).status == 2)

        #expect(try await stage("run", "retry", score).status == 0)
        _ = try await stage("cycle", "run", "2026-Q3")
        #expect(try await states(stage)["place"] == "done")
        #expect(try await stage("run", "watch", "2026-Q3").status == 0)
    }

    @Test("a failed run shows agency and reason, and is done after a retry")
    func retry() async throws {
        let stage = try await CommandStage.make(people: 3)
        _ = try await stage.city.psql(
            """
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
            create trigger refuse before insert on appraisal_score for each row execute function refuse();
            """
        )
        #expect(try await stage("cycle", "run", "2026-Q3").status == 2)
        let score = try await id("score", stage)
        let shown = try await stage.rows("run", "list", "--state", "failed")
        #expect(shown.count == 1 && (shown[0]["last_error"] as? String)?.contains("refused") == true)
        let agencies = try await stage("run", "show", score, "--format", "csv").standardOutput.split(separator: "\n")
        #expect(agencies.first == "agency,chunks,chunks_done,people,failures,errors,last_error")
        #expect(agencies.filter { $0.contains("refused") }.map { $0.prefix(14) } == ["dinkes,1,0,0,0"])
        _ = try await stage.city.psql("drop trigger refuse on appraisal_score")
        #expect(try await stage("run", "retry", score).status == 0)
        _ = try await stage("cycle", "run", "2026-Q3")
        #expect(try await states(stage)["place"] == "done")
    }

    @Test("people that a run could not handle are listed only on request, and the reading is recorded")
    func failures() async throws {
        let stage = try await CommandStage.make(people: 3)
        try await stage.city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(4)],
            to: stage.agencies[0]
        )
        #expect(try await stage("cycle", "run", "2026-Q3").status == 0)
        let open = try await id("open", stage)
        let reads = "select count(*) from audit_event where operation = 'read'"
        let plain = try await stage("run", "show", open, "--format", "json").standardOutput
        #expect(plain.contains("\"failures\": 1") && !plain.contains(SampleFile.nip(4)))
        #expect(try await stage.city.psql(reads) == "0\n")
        let listed = try await stage("run", "show", open, "--failures", "--format", "csv").standardOutput
        #expect(
            listed.hasPrefix("agency,nip,code,reason\ndinkes,'\(SampleFile.nip(4)),no_post,")
                && listed.split(separator: "\n").count == 2
        )
        #expect(try await stage.city.psql("\(reads) and agency_id = \(stage.agencies[0].id)") == "1\n")
    }
}
