// A transaction that does not say as whom it works.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    #if REFUSED
    try await database.transaction { tx in  // refused: missing argument for parameter 'as' in call
        try tx.execute("select 1")
    }
    #else
    try await database.transaction(as: scope) { tx in
        try tx.execute("select 1")
    }
    #endif
}
