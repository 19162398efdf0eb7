// A block of a COPY kept beyond the closure it was lent to.

import Postgres

func program(_ tx: inout Transaction) throws {
    var kept: Span<UInt8>?  // refused: lifetime-dependent variable 'kept' escapes its scope
    try tx.copyOut("copy unit to stdout") { block in
        #if REFUSED
        kept = block
        #else
        print(block.count)
        #endif
    }
    kept = nil
}
