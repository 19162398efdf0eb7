// Rows as a result: only what was decoded leaves.

import Postgres

func program(_ tx: inout Transaction) throws {
    #if REFUSED
    let rows = try tx.all("select code from unit", as: Row.self)  // refused: no exact matches in call
    #else
    let rows = try tx.all("select code from unit", as: String.self)
    #endif
    print(rows.count)
}
