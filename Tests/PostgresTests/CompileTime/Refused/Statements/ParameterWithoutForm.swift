// A parameter of a type that PostgreSQL has no form for.

import Postgres

struct Unit {
    let code = "dinkes"
}

func program(_ tx: inout Transaction, _ unit: Unit) throws {
    #if REFUSED
    try tx.execute("delete from unit where code = \(unit)")  // refused: conform to 'PostgresEncodable'
    #else
    try tx.execute("delete from unit where code = \(unit.code)")
    #endif
}
