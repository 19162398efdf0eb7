// A statement while a COPY is open.

import Postgres

func program(_ tx: inout Transaction) throws {
    try tx.copyIn("unit", columns: ["code"]) { writer in  // refused: overlapping accesses to 'tx'
        #if REFUSED
        let code: String = try tx.one("select code from unit")
        try writer.row(code)
        #else
        try writer.row("dinkes")
        #endif
    }
}
