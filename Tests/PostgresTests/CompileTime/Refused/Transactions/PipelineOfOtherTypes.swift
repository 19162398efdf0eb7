// A pipeline's results taken for other types.

import Postgres

func program(_ tx: inout Transaction) throws {
    let (count, name) = try tx.pipeline(
        Query.one("select count(*) from person", as: Int.self),
        Query.one("select name from unit", as: String.self)
    )
    #if REFUSED
    let first: String = count  // refused: cannot convert value of type 'Int' to specified type 'String'
    let second: Int = name  // refused: cannot convert value of type 'String' to specified type 'Int'
    #else
    let first: Int = count
    let second: String = name
    #endif
    print(first, second)
}
