import CityDatabase
import Foundation
import Postgres
import TestSupport
import Testing

/// The server's clock jumps, by days and years, while the worker does a cycle, and comes back: nothing stands still,
/// nothing is done twice, nobody has to do anything.
@Suite("Fault: the server's clock jumps and comes back", .timeLimit(.minutes(30)))
struct ClockJumpTests {
    private let people = 3_000
    private let mutasi = Program.built("mutasi")
    private let mutasid = Program.built("mutasid")

    @Test("a cycle ends like an undisturbed one, schedules and jobs go on, and the log says what was corrected")
    func jumps() async throws {
        try await ScratchServer.with(
            settings: ["max_connections": "200"],
            access: ["local all all trust"],
            movesClock: true
        ) {
            server in
            let clock = try #require(server.clock)
            try await stage(server)
            let environment = ["MUTASI_DATABASE": server.uri(database: "undisturbed", user: "medan_daemon")]
            let undisturbed = try await mutasid.run(["--until-idle"], environment: environment)
            try #require(undisturbed.status == 0, "\(undisturbed.standardError)")
            let total = try await done(server, "undisturbed")

            let worker = try mutasid.start(
                [],
                environment: ["MUTASI_DATABASE": server.uri(database: "disturbed", user: "medan_daemon")]
            )
            let jumps = [3 * 86_400, -86_400, 3_650 * 86_400, -3 * 365 * 86_400]
            for (number, jump) in jumps.enumerated() {
                while try await done(server, "disturbed") < total * number / jumps.count {
                    try #require(
                        worker.process.isRunning,
                        "\(String(decoding: worker.errors.contents(), as: UTF8.self))"
                    )
                    try await Task.sleep(for: .milliseconds(5))
                }
                try clock.set(ahead: jump)
                _ = try await ask(
                    server,
                    """
                    update schedule set next_at = clock_timestamp() - interval '1 hour';
                    insert into job (agency_id, kind, payload) values (0, 'forget_jobs', '{"dead": 36500}');
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where usename = 'medan_daemon' and datname = current_database()
                    """
                )
                while try await ask(server, "select bool_and(next_at > clock_timestamp()) from schedule") != "t\n" {
                    try await Task.sleep(for: .milliseconds(5))
                }
                // Like a change that is made just before the clock comes back.
                _ = try await ask(
                    server,
                    """
                    insert into job (agency_id, kind, payload) values (0, 'forget_jobs', '{"dead": 36500}');
                    update worker set lease_until = clock_timestamp() + interval '15 s'
                    """
                )
                try clock.set(ahead: 0)
            }
            while try await ask(
                server,
                """
                select exists (select from job) or exists (select from run where state <> 'done')
                    or exists (select from due_far_ahead())
                    or exists (select from worker where lease_until > clock_timestamp() + interval '1 hour')
                    or exists (select from schedule where next_at > clock_timestamp() + interval '8 days')
                """
            ) != "f\n" {
                try #require(worker.process.isRunning, "\(String(decoding: worker.errors.contents(), as: UTF8.self))")
                try await Task.sleep(for: .milliseconds(20))
            }
            let list = try await mutasi.run(
                ["schedule", "list"],
                environment: ["MUTASI_DATABASE": server.uri(database: "disturbed", user: "medan_admin")]
            )
            #expect(list.status == 0 && list.standardError.isEmpty, "\(list.standardError)")
            worker.process.terminate()
            let ended = try await CommandStage.end(worker)
            #expect(ended.status == 0)
            let said = ended.standardOutput + ended.standardError
            #expect(said.contains("they are put right") && said.contains("schedule"))
            for name in ["undisturbed", "disturbed"] {
                #expect(
                    try await server.run("select count(*) from medan.run_chunk where state = 'failed'", database: name)
                        == "0\n"
                )
            }
            let digest = "set search_path to medan; \(CycleTables.digest)"
            let expected = try await server.run(digest, database: "undisturbed")
            #expect(try await server.run(digest, database: "disturbed") == expected)
        }
    }

    @Test("while no worker runs, lists say what stands still; a worker corrects it, and then they say nothing")
    func told() async throws {
        try await ScratchServer.with(
            settings: ["max_connections": "200"],
            access: ["local all all trust"],
            movesClock: true
        ) {
            server in
            let clock = try #require(server.clock)
            try await stage(server)
            _ = try await ask(server, "select advance_runs()")
            try clock.set(ahead: 3_650 * 86_400)
            _ = try await ask(
                server,
                """
                insert into job (agency_id, kind, payload) values (0, 'forget_jobs', '{"dead": 36500}');
                insert into job_kind (kind) values ('forget_jobs') on conflict do nothing;
                insert into job_turn (agency_id) values (0) on conflict do nothing;
                update schedule set next_at = clock_timestamp() + interval '1 day';
                update run_chunk set due_at = clock_timestamp() where state = 'ready'
                """
            )
            try clock.set(ahead: 0)
            let environment = ["MUTASI_DATABASE": server.uri(database: "disturbed", user: "medan_admin")]
            let lists = [
                ["run", "list"], ["run", "show", "1"], ["job", "list"], ["schedule", "list"],
                ["schedule", "show", "forget-jobs"],
            ]
            for words in lists {
                let result = try await mutasi.run(words, environment: environment)
                #expect(result.status == 0, "\(words): \(result.standardError)")
                #expect(result.standardError.contains("clock was ahead"), "\(words): \(result.standardError)")
                #expect(!result.standardOutput.contains("-2591") && !result.standardOutput.contains(" -"))
            }
            let worked = try await mutasid.run(
                ["--until-idle"],
                environment: ["MUTASI_DATABASE": server.uri(database: "disturbed", user: "medan_daemon")]
            )
            #expect(worked.status == 0, "\(worked.standardError)")
            for words in lists {
                let result = try await mutasi.run(words, environment: environment)
                #expect(result.status == 0 && result.standardError.isEmpty, "\(words): \(result.standardError)")
            }
            #expect(try await ask(server, "select count(*) from job_history where outcome = 'done'") == "1\n")
        }
    }

    @Test("a city that is made in the small hours has its schedules due when their rules say, and no clock is blamed")
    func night() async throws {
        try await ScratchServer.with(access: ["local all all trust"], movesClock: true) { server in
            // One o'clock in the city, which is 18:00 UTC.
            let sinceThen = (Int(Date().timeIntervalSince1970) - 18 * 3_600) % 86_400
            try #require(server.clock).set(ahead: 86_400 - sinceThen)
            try await server.run("create database night")
            let superuser = Database(ConnectionOptions(uri: server.uri(database: "night")))
            try await Schema(CityDatabase(.medan, superuser)).create()
            superuser.close()
            let due = "select next_at - now() < '2 hours' from medan.schedule where name = 'forget-jobs'"
            #expect(try await server.run(due, database: "night") == "t\n")
            let list = try await mutasi.run(
                ["schedule", "list"],
                environment: ["MUTASI_DATABASE": server.uri(database: "night", user: "medan_admin")]
            )
            #expect(list.status == 0 && list.standardError.isEmpty, "\(list.standardError)")
        }
    }

    private func ask(_ server: ScratchServer, _ statement: String) async throws -> String {
        try await server.run("set search_path to medan; \(statement)", database: "disturbed")
    }

    private func done(_ server: ScratchServer, _ database: String) async throws -> Int {
        let text = try await server.run(
            "select coalesce(sum(processed), 0) from medan.run_chunk where state = 'done'",
            database: database
        )
        return try #require(Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    /// Two copies of one city, each with a cycle that is due.
    private func stage(_ server: ScratchServer) async throws {
        let city = try await FaultCity(server, people: people, agencies: 8)
        for name in ["undisturbed", "disturbed"] { _ = try await city.copy(name) }
    }
}
