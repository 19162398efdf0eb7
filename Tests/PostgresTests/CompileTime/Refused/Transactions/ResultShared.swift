// A result that two threads could change.

import Postgres

final class Counter {
    var count = 0
}

func program(_ database: Database, _ scope: Scope) async throws {
    #if REFUSED
    let result = try await database.transaction(as: scope) { tx in  // refused: 'Counter' does not conform to
        Counter()
    }
    #else
    let result = try await database.transaction(as: scope) { tx in
        Counter().count
    }
    #endif
    print(result)
}
