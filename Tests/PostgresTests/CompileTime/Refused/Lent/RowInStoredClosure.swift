// A closure that reads a row and may outlive it.

import Postgres

struct Unit: RowDecodable {
    let code: String

    init(_ row: borrowing Row) throws(PostgresError) {  // refused: 'row' cannot be captured by an escaping closure
        #if REFUSED
        let later: [() throws -> Int] = [{ try row.column(0) }]
        print(later.count)
        #endif
        code = try row.column(0)
    }
}
