// A handle used by a child task and by its parent.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in
        #if REFUSED
        async let first = tx.execute("select 1")  // refused: sending 'tx' risks causing data races
        let second = try tx.execute("select 2")
        print(try await first + second)
        #else
        let first = try tx.execute("select 1")
        let second = try tx.execute("select 2")
        print(first + second)
        #endif
    }
}
