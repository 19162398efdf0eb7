// A COPY's writer kept beyond its closure.

import Postgres

func program(_ tx: inout Transaction) throws {
    var kept: CopyWriter?
    try tx.copyIn("unit", columns: ["code"]) { writer in  // refused: missing reinitialization of inout parameter
        #if REFUSED
        kept = consume writer
        #else
        try writer.row("dinkes")
        #endif
    }
    kept = nil
}
