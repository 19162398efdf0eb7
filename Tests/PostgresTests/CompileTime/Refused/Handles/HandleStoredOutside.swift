// A handle kept in a variable outside of the closure.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    var kept: Transaction?
    try await database.transaction(as: scope) { tx in
        #if REFUSED
        kept = consume tx  // refused: mutation of captured var 'kept' in concurrently-executing code
        #else
        try tx.execute("select 1")
        #endif
    }
    kept = nil
}
