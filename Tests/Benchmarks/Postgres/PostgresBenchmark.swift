import Foundation
import LocalServer
import Postgres

/// The data layer beside the same work in C on libpq and in psycopg 3, in turns on one server. It fails when a row is under
/// 0.85 of C.
///
/// `MUTASI_BENCH_ROUNDS` (15: with seven, a row of a shared machine differs by a tenth from run to run),
/// `MUTASI_BENCH_SECONDS` (1.0) for a run of what is not a fixed number of rows, `MUTASI_BENCH_ROWS` (1,000,000),
/// `MUTASI_BENCH_CASES` (`point,idle`; all) change the size.
struct PostgresBenchmark {
    private let rounds = Self.setting("MUTASI_BENCH_ROUNDS") { Int($0) } ?? 15
    private let seconds = Self.setting("MUTASI_BENCH_SECONDS") { Double($0) } ?? 1
    private let rows = Self.setting("MUTASI_BENCH_ROWS") { Int($0) } ?? 1_000_000
    private let names = Self.setting("MUTASI_BENCH_CASES") { $0.split(separator: ",").map(String.init) }

    private static func setting<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
        ProcessInfo.processInfo.environment[name].flatMap(read)
    }

    func run() async throws {
        let known = Set(PostgresCase.all.map(\.name) + ["idle", "cancel"])
        if let unknown = names?.first(where: { !known.contains($0) }) {
            throw UnknownCase(
                description: "there is no case \(unknown); known: \(known.sorted().joined(separator: ", "))"
            )
        }
        let server = try LocalServer.forBenchmark([
            "shared_buffers": "512MB", "max_connections": "250", "autovacuum": "off", "jit": "off",
            "checkpoint_timeout": "30min", "fsync": "off",
        ])
        defer { server.discard() }
        try await fill(server.uri())

        let contenders = [Contender.c, .swift] + [Contender.psycopg()].compactMap(\.self)
        let table = PostgresTable(cases: PostgresCase.all.filter { names?.contains($0.name) ?? true })
        print("medians of \(rounds) rounds in turns; ratios are medians of each round's")
        table.printHeader()
        var results: [PostgresTable.Line] = []
        for work in table.cases {
            let line = try measure(work, contenders, server.uri())
            table.print(line)
            results.append(line)
        }
        if names?.contains("idle") ?? true { try printMemory(server.uri()) }
        if names?.contains("cancel") ?? true { try await CancelLatency().run(server.uri()) }
        try table.judge(results)
    }

    private struct UnknownCase: Error, CustomStringConvertible {
        let description: String
    }

    private func fill(_ uri: String) async throws {
        let database = Database(ConnectionOptions(uri: uri))
        let script = SQLScript(
            name: "fill",
            uncheckedText: """
                create unlogged table bench_person (
                    id int4 not null, points int8 not null, score float8 not null, seen timestamptz not null,
                    active bool not null, name text not null
                );
                create unlogged table bench_copy (like bench_person);
                insert into bench_person
                select i, i * 1000003::int8, i * 0.5::float8, to_timestamp(946684800 + i), i % 3 = 0,
                    case when i % 2 = 0 then 'Siti ' || i else 'Siti Rahmawati Nasution ' || i end
                from generate_series(1, 1000) as i;
                analyze bench_person;
                """
        )
        try await database.transaction(as: .login) { tx in try tx.run(script) }
        database.close()
    }

    /// The first contender of a round is the last of the next.
    private func measure(
        _ work: PostgresCase,
        _ contenders: [Contender],
        _ uri: String
    ) throws -> PostgresTable.Line {
        let amounts = try contenders.map { try amount(of: work, for: $0, uri) }
        var runs: [[Contender.Run]] = contenders.map { _ in [] }
        for round in 0..<rounds {
            for turn in contenders.indices {
                let index = (round + turn) % contenders.count
                let contender = contenders[index]
                runs[index]
                    .append(try contender.run(work.name, clients: work.clients, amount: amounts[index], uri: uri))
            }
        }
        return PostgresTable.Line(work: work, c: runs[0], swift: runs[1], psycopg: runs.count > 2 ? runs[2] : nil)
    }

    /// Each by its own speed, so that runs which are compared last equally long.
    private func amount(of work: PostgresCase, for contender: Contender, _ uri: String) throws -> Int {
        if work.isRows { return rows }
        let trial = try contender.run(work.name, clients: work.clients, amount: work.trial, uri: uri)
        return max(1, Int(trial.rate * seconds) / work.clients)
    }

    private func printMemory(_ uri: String) throws {
        let connections = 200
        let floor = try Contender.c.run("idle", clients: connections, amount: 0, uri: uri)
        let ours = try Contender.swift.run("idle", clients: connections, amount: 0, uri: uri)
        let own = Double(floor.kibibytes) / Double(connections)
        let beyond = Double(ours.kibibytes) / Double(connections) - own
        print(
            "memory of \(connections) idle connections: \(beyond.text(1)) KiB each beyond libpq's own \(own.text(1)) KiB"
        )
    }
}
