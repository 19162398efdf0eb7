// A handle used by a task of its own.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in
        #if REFUSED
        Task { try tx.execute("select 1") }  // refused: escaping closure captures 'inout' parameter 'tx'
        #else
        try tx.execute("select 1")
        #endif
    }
}
