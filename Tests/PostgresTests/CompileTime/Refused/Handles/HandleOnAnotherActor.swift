// A handle sent to an actor: its queries would block that one's thread.

import Postgres

actor Clerk {
    #if REFUSED
    func work(_ tx: inout Transaction) throws { try tx.execute("select 1") }
    #else
    func work(_ count: Int) { print(count) }
    #endif
}

func program(_ database: Database, _ scope: Scope, _ clerk: Clerk) async throws {
    try await database.transaction(as: scope) { tx in
        #if REFUSED
        try await clerk.work(&tx)  // refused: sending 'tx' risks causing data races
        #else
        await clerk.work(try tx.execute("select 1"))
        #endif
    }
}
