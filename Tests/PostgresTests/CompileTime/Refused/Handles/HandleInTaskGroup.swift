// A handle used by two children of a task group.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in
        try await withThrowingTaskGroup(of: Int.self) { group in
            #if REFUSED
            group.addTask { try tx.execute("select 1") }  // refused: escaping closure captures 'inout' parameter 'tx'
            group.addTask { try tx.execute("select 2") }  // refused: escaping closure captures 'inout' parameter 'tx'
            #else
            group.addTask { 1 }
            group.addTask { 2 }
            #endif
            try await group.waitForAll()
        }
    }
}
