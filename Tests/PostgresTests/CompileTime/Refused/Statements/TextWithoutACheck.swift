// A run-time text given to the room's own initialiser.

import Postgres

func program(_ tx: inout Transaction, _ text: String) throws {
    #if REFUSED
    try tx.execute(SQL(uncheckedText: text))  // refused: no exact matches in call to initializer
    #else
    try tx.run(SQLScript(name: "migration", uncheckedText: text))
    #endif
}
