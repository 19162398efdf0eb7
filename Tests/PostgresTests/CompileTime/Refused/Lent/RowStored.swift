// A row kept beyond the closure it was lent to.

import Postgres

func program(_ tx: inout Transaction) throws {
    var kept: Row?
    try tx.stream("select code from unit") { row in  // refused: 'row' is borrowed and cannot be consumed
        #if REFUSED
        kept = consume row
        #else
        print(row.count)
        #endif
    }
    kept = nil
}
