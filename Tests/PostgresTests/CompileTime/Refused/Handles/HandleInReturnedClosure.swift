// A closure that uses the handle and leaves the transaction.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    let later = try await database.transaction(as: scope) { tx -> @Sendable () throws -> Int in
        #if REFUSED
        { try tx.execute("select 1") }  // refused: mutable capture of 'inout' parameter 'tx' is not allowed
        #else
        let count = try tx.execute("select 1")
        return { count }
        #endif
    }
    print(try later())
}
