// The outer handle and its savepoint's, exchanged.

import Postgres

func program(_ tx: inout Transaction) async throws {
    try await tx.savepoint { part in  // refused: overlapping accesses to 'tx'
        #if REFUSED
        swap(&tx, &part)
        #else
        _ = try part.execute("select 1")
        #endif
    }
}
