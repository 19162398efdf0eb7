import Postgres
import TestSupport
import Testing

@Suite("SQL")
struct SQLTests {
    @Test("values are parameters, whatever they hold")
    func parameters() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let hostile = "'; drop table x; -- $1 \\"
        let none: String? = nil
        try await database.transaction(as: .login) { tx in
            #expect(try tx.one("select \(hostile)", as: String.self) == hostile)
            let row = try tx.one("select \(1), \(none), \(hostile)", as: (Int, String?, String).self)
            #expect(row.0 == 1 && row.1 == nil && row.2 == hostile)
        }
        database.close()
    }

    @Test("identifiers are quoted, quotes inside are doubled")
    func identifiers() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let table = Identifier(#"odd "table"; drop"#)
        let columns: [Identifier] = [#"a"b"#, "Select"]
        try await database.transaction(as: .login) { tx in
            try tx.execute(
                "create temp table \(identifier: table) (\(identifier: columns[0]) int, \(identifier: columns[1]) text)"
            )
            try tx.execute("insert into \(identifier: table) (\(identifiers: columns)) values (1, 'x')")
            let row = try tx.one(
                "select \(identifiers: columns, of: table) from \(identifier: table)",
                as: (Int, String).self
            )
            #expect(row == (1, "x"))
            #expect(
                try tx.one("select relname from pg_class where relname = \(table.name)", as: String.self) == table.name
            )
        }
        database.close()
        #expect(Identifier("a\0b").quoted == "\"ab\"")
    }

    @Test("fragments are numbered on")
    func fragments() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let inner: SQL = "g between \(2) and \(4)"
        let outer: SQL = "(\(fragment: inner) or g = \(9))"
        try await database.transaction(as: .login) { tx in
            let rows = try tx.all(
                "select g + \(100) from generate_series(1, \(10)) g where \(fragment: outer) and g <> \(3) order by 1",
                as: Int.self
            )
            #expect(rows == [102, 104, 109])
        }
        database.close()
    }

    @Test("a statement with more parameters than the protocol counts is refused, and the transaction goes on")
    func tooMany() async throws {
        @Sendable func list(_ count: Int) -> SQL {
            var text = SQL.StringInterpolation(literalCapacity: 0, interpolationCount: count)
            text.appendLiteral("select cardinality(array[")
            for number in 0..<count {
                if number > 0 { text.appendLiteral(",") }
                text.appendInterpolation(Int32(number))
            }
            text.appendLiteral("])")
            return SQL(stringInterpolation: text)
        }
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            let error = #expect(throws: PostgresError.self) { try tx.one(list(65_536), as: Int.self) }
            #expect(error?.name == "misuse")
            #expect(try tx.one(list(65_535), as: Int.self) == 65_535)
        }
        database.close()
    }

    @Test("the number of rows touched is reported")
    func affected() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        try await database.transaction(as: .login) { (tx) throws in
            #expect(try tx.execute("create temp table touched (n int)") == 0)
            #expect(try tx.execute("insert into touched select generate_series(1, 5)") == 5)
            #expect(try tx.execute("delete from touched where n > \(3)") == 2)
        }
        database.close()
    }
}
