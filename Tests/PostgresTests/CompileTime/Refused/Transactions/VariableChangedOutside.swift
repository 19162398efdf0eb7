// A variable changed outside of the closure, which may run again.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    var total = 0
    let count = try await database.transaction(as: scope) { tx in
        #if REFUSED
        total += 1  // refused: mutation of captured var 'total' in concurrently-executing code
        #endif
        return try tx.execute("select 1")
    }
    total += count
    print(total)
}
