// A handle used within another transaction, on the other one's thread.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { outer in
        try await database.transaction(as: scope) { inner in
            #if REFUSED
            try outer.execute("select 1")  // refused: mutable capture of 'inout' parameter 'outer' is not allowed
            #else
            try inner.execute("select 1")
            #endif
        }
    }
}
