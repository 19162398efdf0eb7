import CityDatabase
import Foundation
import LocalServer
import TestSupport
import Testing

@Suite("mutasi job", .timeLimit(.minutes(20)))
struct JobCommandTests {
    /// The first agency has three waiting jobs, one of them urgent and one delayed, and a dead one; the second has one,
    /// the city one of another kind.
    private func stage() async throws -> CommandStage {
        let stage = try await CommandStage.make()
        let (own, other) = (stage.agencies[0].id, stage.agencies[1].id)
        _ = try await stage.city.psql(
            """
            create table effect (agency_id integer, job_id bigint, note text);
            grant select, insert on effect to medan_pool, medan_worker;
            insert into job_kind (kind) values ('mark');
            insert into job (agency_id, kind, priority, due_at, unique_key, payload) overriding system value values
                (\(own), 'mark', 2, now(), 'a', '{"case": 7}'), (\(own), 'mark', 0, now(), null, '1'),
                (\(own), 'mark', 2, now() + interval '1 day', null, '2'), (\(other), 'mark', 2, now(), null, '3'),
                (0, 'seal', 2, now(), null, '4');
            insert into job_history (agency_id, job_id, kind, priority, unique_key, payload, attempt, errors, losses,
                last_error, created_at, outcome)
            values (\(own), 100, 'mark', 2, null, '"again"', 20, 20, 0, 'it failed', now(), 'dead'),
                (\(own), 101, 'mark', 2, 'a', '5', 20, 20, 0, 'it failed', now(), 'dead'),
                (\(own), 102, 'mark', 2, null, '6', 1, 0, 0, null, now(), 'done');
            """
        )
        return stage
    }

    private func probe(_ stage: CommandStage) async throws -> Int32 {
        let uri = stage.city.uri(user: "medan_daemon")
        return try await Program.built("jobs-probe")
            .run([], environment: ["PROBE_DATABASE": uri, "PROBE_NAME": "test"]).status
    }

    private func ids(_ rows: [[String: Any]]) -> [Int] { rows.compactMap { $0["id"] as? Int } }

    @Test(
        "a typo is 64; an unknown job, kind or agency is 65, with a hint",
        arguments: [
            "64 job lits", "64 job list --state ready", "64 job retry", "64 job retry 1 --all-dead",
            "64 job retry 1 --kind mark", "64 job cancel", "64 job cancel 1", "64 job pause",
            "64 job pause --kind mark --agency city", "65 job show 99", "65 job retry 99", "65 job cancel 99 --yes",
            "65 job list --kind nix", "65 job list --agency nix", "65 job retry --all-dead --kind nix",
            "65 job retry --all-dead --agency nix", "65 job pause --kind nix", "65 job resume --agency nix",
            "65 job resume --agency city",
        ]
    )
    func usage(_ expected: String) async throws { try await CommandStage.expectRefusal(expected) }

    @Test("a list shows open and dead jobs, of all agencies or one, without payloads; a single job shows its own")
    func list() async throws {
        let stage = try await stage()
        let all = try await stage.rows("job", "list")
        #expect(ids(all) == [1, 2, 3, 4, 5, 101, 100])
        #expect(all.map { $0["agency"] as? String }.prefix(5) == ["dinkes", "dinkes", "dinkes", "dlh", "city"])
        #expect(all[1]["priority"] as? String == "urgent" && all[6]["last_error"] as? String == "it failed")
        #expect(ids(try await stage.rows("job", "list", "--agency", "city")) == [5])
        #expect(ids(try await stage.rows("job", "list", "--kind", "seal")) == [5])
        #expect(ids(try await stage.rows("job", "list", "--limit", "1")) == [1, 101])
        #expect(ids(try await stage.rows("job", "list", "--state", "done,dead")) == [102, 101, 100])
        #expect(try await stage.rows("job", "list", "--kind", "mark", "--state", "claimed").isEmpty)
        #expect(try await !stage("job", "list").standardOutput.contains("case"))
        let facts = try await stage.rows("job", "show", "1")
        let payload = facts.first { $0["fact"] as? String == "payload" }
        #expect(payload?["value"] as? String == #"{"case": 7}"#)
        #expect(try await stage("job", "show", "101").standardOutput.contains("dead"))
    }

    @Test("no job of a paused kind or agency is claimed; after a resume, they are")
    func pause() async throws {
        let stage = try await stage()
        #expect(try await stage("job", "pause", "--kind", "mark", "--note", "moving").status == 0)
        #expect(try await stage("job", "pause", "--kind", "mark").status == 65)
        #expect(try await probe(stage) == 0)
        #expect(try await stage.city.psql("select count(*) from effect") == "0\n")
        let stats = try await stage("job", "stats")
        #expect(stats.standardError == "kind mark is paused: moving\n")

        #expect(try await stage("job", "pause", "--agency", "dinkes").status == 0)
        #expect(try await stage("job", "resume", "--kind", "mark").status == 0)
        #expect(try await probe(stage) == 0)
        #expect(try await stage.city.psql("select note from effect") == "3\n", "the other agency's alone")
        #expect(try await stage("job", "resume", "--agency", "dinkes").status == 0)
        #expect(try await probe(stage) == 0)
        #expect(
            try await stage.city.psql("select count(*) from effect") == "3\n",
            "all that was due and is of the kind"
        )
    }

    @Test("a dead job waits again after a retry; one whose key is taken stays, which is 2; others are refused")
    func retry() async throws {
        let stage = try await stage()
        let wrong = try await stage("job", "retry", "100", "102")
        #expect(wrong.status == 65 && wrong.standardError.contains("job 102 is done"))
        #expect(ids(try await stage.rows("job", "list", "--state", "dead")) == [101, 100], "nothing was changed")
        let taken = try await stage("job", "retry", "100", "101")
        #expect(taken.status == 2)
        #expect(taken.standardError.contains("1 job waits again") && taken.standardError.contains("unique key: 101"))
        #expect(try await stage.city.psql("select payload, errors from job where job_id > 5") == "\"again\"|0\n")

        #expect(try await stage("job", "cancel", "1", "--yes").status == 0)
        let rest = try await stage("job", "retry", "--all-dead", "--kind", "mark", "--agency", "dinkes")
        #expect(rest.status == 0 && rest.standardError.contains("1 job waits again"))
        #expect(try await stage.rows("job", "list", "--state", "dead").isEmpty)
    }

    @Test("a cancelled job is not done; a job that has ended cannot be cancelled")
    func cancel() async throws {
        let stage = try await stage()
        #expect(try await stage("job", "cancel", "2", "102", "--yes").status == 65)
        #expect(try await stage("job", "cancel", "2", "4", "--yes").status == 0)
        #expect(ids(try await stage.rows("job", "list", "--state", "cancelled")) == [4, 2])
        #expect(try await probe(stage) == 0)
        #expect(try await stage.city.psql("select note from effect") == "{\"case\": 7}\n")
    }

    @Test("the statistics count by kind which jobs wait, are due, are delayed and have ended")
    func stats() async throws {
        let stage = try await stage()
        _ = try await stage.city.psql(
            "update job_history set ended_at = now() - interval '2 hours' where job_id = 100"
        )
        let kinds = try await stage.rows("job", "stats", "--kept")
        #expect(kinds.compactMap { $0["kind"] as? String } == ["mark", "seal"])
        let counts = [
            "waiting", "due", "delayed", "claimed", "done_hour", "dead_hour", "cancelled_hour", "done", "dead",
        ]
        .map { kinds[0][$0] as? Int }
        #expect(counts == [4, 3, 1, 0, 1, 1, 0, 1, 2])
        #expect(kinds[0]["oldest_due_seconds"] as? Double != nil)
        #expect(try await stage.rows("job", "stats").allSatisfy { $0["dead"] is NSNull })
    }
}
