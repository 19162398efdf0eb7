// A handle that the closure returns.

import Postgres

func program(_ database: Database, _ scope: Scope) async throws {
    #if REFUSED
    let kept = try await database.transaction(as: scope) { tx -> Transaction in tx }  // refused: conform to 'Copyable'
    try kept.execute("select 1")
    #else
    let count = try await database.transaction(as: scope) { tx -> Int in try tx.execute("select 1") }
    print(count)
    #endif
}
