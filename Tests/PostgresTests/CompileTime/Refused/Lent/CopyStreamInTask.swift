// A COPY's stream written by a task of its own.

import Postgres

func program(_ tx: inout Transaction) throws {
    try tx.copyIn("copy unit (code) from stdin") { stream in
        #if REFUSED
        _ = Task { try stream.row(["dinkes"]) }  // refused: escaping closure captures 'inout' parameter 'stream'
        #else
        try stream.row(["dinkes"])
        #endif
    }
}
