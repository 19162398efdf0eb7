// A handle used by several threads of a loop.

import Dispatch
import Postgres

func program(_ tx: inout Transaction) {
    #if REFUSED
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
        _ = try? tx.execute("select 1")  // refused: mutable capture of 'inout' parameter 'tx' is not allowed
    }
    #else
    for _ in 0..<2 {
        _ = try? tx.execute("select 1")
    }
    #endif
}
