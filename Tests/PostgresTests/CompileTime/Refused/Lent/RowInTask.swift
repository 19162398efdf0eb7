// A row read by a task of its own.

import Postgres

func program(_ tx: inout Transaction) throws {
    try tx.stream("select code from unit") { row in
        #if REFUSED
        Task { try row.column(0, as: String.self) }  // refused: risks causing data races
        #else
        print(try row.column(0, as: String.self))
        #endif
    }
}
