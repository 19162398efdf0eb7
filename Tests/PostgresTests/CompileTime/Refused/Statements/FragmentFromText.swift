// A run-time text as a fragment of a statement.

import Postgres

func program(_ tx: inout Transaction, _ text: String) throws {
    #if REFUSED
    let condition = text
    #else
    let condition: SQL = "code = \(text)"
    #endif
    try tx.execute("delete from unit where \(fragment: condition)")  // refused: expected argument type 'SQL'
}
