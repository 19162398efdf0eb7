// A statement while another one's rows are still arriving.

import Postgres

func program(_ tx: inout Transaction) throws {
    try tx.stream("select code from unit", as: String.self) { code in  // refused: overlapping accesses to 'tx'
        #if REFUSED
        try tx.execute("update unit set closed = true where code = \(code)")
        #else
        print(code)
        #endif
    }
}
