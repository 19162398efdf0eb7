// A run-time text as a name: it must say that it is one, and is quoted then.

import Postgres

func program(_ tx: inout Transaction, _ text: String) throws {
    #if REFUSED
    try tx.execute("truncate \(identifier: text)")  // refused: expected argument type 'Identifier'
    #else
    try tx.execute("truncate \(identifier: Identifier(text))")
    #endif
}
