// A run-time text given to the collector of a statement's pieces.

import Postgres

func program(_ tx: inout Transaction, _ text: String) throws {
    var pieces = SQL.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    #if REFUSED
    pieces.appendLiteral(text)  // refused: cannot convert value of type 'String' to expected argument type
    #else
    pieces.appendLiteral("select 1")
    #endif
    try tx.execute(SQL(stringInterpolation: pieces))
}
