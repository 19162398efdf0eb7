// A copy of the handle, and both used.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in  // refused: missing reinitialization of inout parameter 'tx'
        #if REFUSED
        var other = tx
        try other.execute("select 1")
        #endif
        try tx.execute("select 2")
    }
}
