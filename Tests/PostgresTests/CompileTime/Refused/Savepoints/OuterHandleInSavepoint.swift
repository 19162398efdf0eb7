// The outer handle used within its own savepoint.

import Postgres

func program(_ tx: inout Transaction) async throws {
    try await tx.savepoint { part in  // refused: overlapping accesses to 'tx'
        #if REFUSED
        _ = try tx.execute("select 1")
        #else
        _ = try part.execute("select 1")
        #endif
    }
}
