// A handle kept beyond its closure, in a variable that a task shares.

import Postgres

final class Shelf {
    var handle: Transaction?
}

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in  // refused: missing reinitialization of inout parameter 'tx'
        let shelf = Shelf()
        #if REFUSED
        shelf.handle = consume tx
        #else
        try tx.execute("select 1")
        #endif
        print(shelf)
    }
}
