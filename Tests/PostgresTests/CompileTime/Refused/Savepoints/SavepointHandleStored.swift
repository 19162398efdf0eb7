// A savepoint's handle kept beyond its closure.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in
        var kept: Transaction?
        try await tx.savepoint { part in  // refused: missing reinitialization of inout parameter 'part'
            #if REFUSED
            kept = consume part
            #else
            try part.execute("select 1")
            #endif
        }
        kept = nil
    }
}
