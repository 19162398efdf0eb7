// A statement put together from a literal and a run-time text.

import Postgres

func program(_ tx: inout Transaction, _ name: String) throws {
    #if REFUSED
    try tx.execute("select head from unit where code = " + name)  // refused: cannot convert value of type 'String'
    #else
    try tx.execute("select head from unit where code = \(name)")
    #endif
}
