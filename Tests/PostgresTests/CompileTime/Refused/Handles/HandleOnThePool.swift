// A handle taken to the cooperative pool: its queries would block a thread that others need.

import Postgres

#if REFUSED
@concurrent func work(_ tx: inout Transaction) async throws { try tx.execute("select 1") }
#else
func work(_ tx: inout Transaction) async throws { try tx.execute("select 1") }
#endif

func program(_ database: Database, _ scope: Scope) async throws {
    try await database.transaction(as: scope) { tx in
        try await work(&tx)  // refused: sending 'tx' risks causing data races
    }
}
