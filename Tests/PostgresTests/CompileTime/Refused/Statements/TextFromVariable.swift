// A statement that is a run-time text.

import Postgres

func program(_ tx: inout Transaction, _ text: String) throws {
    #if REFUSED
    try tx.execute(text)  // refused: cannot convert value of type 'String' to expected argument type 'SQL'
    #else
    try tx.execute("select 1")
    #endif
}
