// A text that has been interpolated before: outside of the call, a literal is a String.

import Postgres

func program(_ tx: inout Transaction, _ name: String) throws {
    #if REFUSED
    let statement = "select head from unit where code = '\(name)'"
    #else
    let statement: SQL = "select head from unit where code = \(name)"
    #endif
    try tx.execute(statement)  // refused: cannot convert value of type 'String' to expected argument type 'SQL'
}
