import Jobs
import Postgres
import Testing

/// Writes down each member of a team.
private struct Census: RunHandler {
    func ranges(
        of run: Run,
        agency: Int32,
        within keys: ClosedRange<Int64>?,
        size: Int,
        _ tx: inout Transaction
    ) throws -> [KeyRange] {
        let keys = keys ?? Int64.min...Int64.max
        return
            try tx.all(
                """
                select min(key), max(key), count(*)
                from (
                    select key, (row_number() over (order by key) - 1) / \(Int64(size)) as part from member
                    where team_id = \(agency) and key between \(keys.lowerBound) and \(keys.upperBound)
                ) m
                group by part order by part
                """,
                as: (Int64, Int64, Int).self
            )
            .map { KeyRange(keys: $0.0...$0.1, count: $0.2) }
    }

    func perform(
        _ run: Run,
        agency: Int32,
        keys: ClosedRange<Int64>,
        _ tx: inout Transaction
    ) throws -> ChunkOutcome {
        // One statement for a chunk, not one for each key.
        let written = try tx.execute(
            """
            insert into effect
            select team_id, key, \(run.step) from member
            where team_id = \(agency) and key between \(keys.lowerBound) and \(keys.upperBound) and key <> 13
            """
        )
        guard keys.contains(13) else { return ChunkOutcome(processed: written) }
        let failure = ChunkOutcome.Failure(key: 13, code: "unlucky", reason: "nobody has this number")
        return ChunkOutcome(processed: written + 1, failures: [failure])
    }
}

@Suite("Example: a run over everybody")
struct RunExample {
    @Test("each step goes over all teams in chunks, the second after the first; one bad key stops nothing")
    func run() async throws {
        let yard = try await JobStage.make()
        _ = try await yard.psql(
            """
            create table member as
            select team_id, key from generate_series(1, 2) team_id, generate_series(1, 2500::bigint) key;
            grant select on member to yard_pool
            """
        )

        try await yard.database.transaction(as: yard.office) { tx in
            let now = try tx.one("select now()", as: Instant.self)
            for (ordinal, step) in ["count", "publish"].enumerated() {
                try RunPlan(kind: "census", subject: "2026", step: step, ordinal: Int16(ordinal), dueAt: now)
                    .insert(&tx)
            }
        }
        try await yard.worker(runs: ["census": Census()]).run(untilIdle: true)

        let steps = try await yard.database.transaction(as: yard.scope) { tx in
            try RunProgress.of(kind: "census", subject: "2026", &tx)
        }
        #expect(steps.map(\.state) == [.done, .done])
        #expect(steps.map(\.processed) == [5_000, 5_000])
        #expect(steps.map(\.failures) == [2, 2])
        #expect(try await yard.count("effect", "note = 'publish'") == 4_998)
    }
}
