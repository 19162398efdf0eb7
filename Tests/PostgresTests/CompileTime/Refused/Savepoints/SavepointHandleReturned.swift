// A savepoint's handle that its closure returns.

import Postgres

func program(_ tx: inout Transaction) async throws {
    #if REFUSED
    var kept: Transaction = try await tx.savepoint { part in part }  // refused: conform to 'Copyable'
    try kept.execute("select 1")
    #else
    let count = try await tx.savepoint { part in try part.execute("select 1") }
    print(count)
    #endif
}
