// A closure that uses the handle and may outlive it.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in
        #if REFUSED
        let later = { try tx.execute("select 1") }  // refused: escaping closure captures 'inout' parameter 'tx'
        print(try later())
        #else
        print(try tx.execute("select 1"))
        #endif
    }
}
