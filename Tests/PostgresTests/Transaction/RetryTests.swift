import Postgres
import TestSupport
import Testing

@Suite("Retries")
struct RetryTests {
    @Test("serialization failures are done again until every increment counts")
    func serialization() async throws {
        let database = TestServer.shared.superuser(limit: 4)
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table tally (n int8)")
            try tx.execute("insert into tally values (0)")
        }
        let runs = Tally()
        let options = TransactionOptions(isolation: .serializable, retries: 100)
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<10 {
                        try await database.transaction(as: .login, options: options) { tx in
                            runs.add()
                            let n = try tx.one("select n from tally", as: Int.self)
                            try tx.execute("update tally set n = \(n + 1)")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.one("select n from tally", as: Int.self) == 40)
        }
        #expect(runs.count >= 40)
        database.close()
    }

    @Test("a failure that must come is done again as often as told, no other is")
    func count() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        func runs(_ state: String, retries: Int) async -> Int {
            let runs = Tally()
            let error = await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login, options: TransactionOptions(retries: retries)) { tx in
                    runs.add()
                    try tx.execute("select set_config('retry.state', \(state), true)")
                    try tx.execute(
                        "do $$ begin raise 'on purpose' using errcode = current_setting('retry.state'); end $$"
                    )
                }
            }
            #expect(error?.sqlState == SQLState(state))
            return runs.count
        }
        #expect(await runs("40001", retries: 3) == 4)
        #expect(await runs("40P01", retries: 0) == 1)
        #expect(await runs("55P03", retries: 1) == 2)
        #expect(await runs("23505", retries: 3) == 1)
        database.close()
    }

    @Test("a ring of transactions, each after the next one's row, deadlocks and ends with all done")
    func deadlock() async throws {
        let ring = 8
        let database = TestServer.shared.superuser(limit: ring)
        try await database.transaction(as: .login) { tx in
            try tx.execute("create table ring (id int8 primary key, n int8)")
            try tx.execute("insert into ring select g, 0 from generate_series(0, \(ring - 1)) g")
        }
        let runs = Tally()
        let first = Tally()
        try await withThrowingTaskGroup { group in
            for id in 0..<ring {
                group.addTask {
                    try await database.transaction(as: .login, options: TransactionOptions(retries: 50)) { tx in
                        let run = runs.add()
                        try tx.execute("set local deadlock_timeout = '20ms'")
                        try tx.execute("update ring set n = n + 1 where id = \(id)")
                        first.add()
                        // The first round holds all rows before anybody asks for the next.
                        while run <= ring, first.count < ring { await Task.yield() }
                        try tx.execute("update ring set n = n + 1 where id = \((id + 1) % ring)")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(runs.count > ring)
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.all("select distinct n from ring", as: Int.self) == [2])
        }
        database.close()
    }
}
