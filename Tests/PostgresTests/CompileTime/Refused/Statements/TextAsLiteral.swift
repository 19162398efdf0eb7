// A run-time text given to the initialiser of literals.

import Postgres

func program(_ tx: inout Transaction, _ text: String) throws {
    #if REFUSED
    try tx.execute(SQL(stringLiteral: text))  // refused: cannot convert value of type 'String'
    #else
    try tx.execute(SQL(stringLiteral: "select 1"))
    #endif
}
