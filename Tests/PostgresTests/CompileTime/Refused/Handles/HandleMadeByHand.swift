// A handle without a transaction: there is one door.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    #if REFUSED
    var tx = Transaction()  // refused: 'Transaction' initializer is inaccessible
    try tx.execute("select 1")
    #else
    try await database.transaction(as: scope) { tx in try tx.execute("select 1") }
    #endif
}
