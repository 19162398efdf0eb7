import Postgres
import TestSupport
import Testing

@Suite("Errors")
struct ErrorTests {
    @Test(
        "no description shows a parameter or a row's value; the diagnostic keeps the server's words",
        arguments: [
            ("select \("planted")::text::int4", "22P02"),
            ("select ('planted'::text)::date", "22007"),
            ("insert into errors values (\("planted"), 1)", "23505"),
            ("insert into errors values (\("planted-too"), -1)", "23514"),
            ("insert into errors values (\("planted"), null)", "23502"),
            ("insert into errors_child values (\("planted-child"))", "23503"),
            ("select (\("planted"))::varchar(3)::jsonb", "22P02"),
            ("select \(JSONDocument(text: "planted"))", "22P02"),
            ("select to_timestamp(\("planted"), \("YYYY"))", "22007"),
            ("select 'planted' ~ \("(planted")", "2201B"),
            ("select convert_from(convert_to(\("planted"), 'UTF8') || '\\xff'::bytea, 'UTF8')", "22021"),
        ] as [(SQL, String)]
    )
    func redacted(_ statement: SQL, _ state: String) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute(
                    "create temp table errors (name text unique, n int not null check (n > 0)) on commit drop"
                )
                try tx.execute(
                    "create temp table errors_child (name text references errors (name)) on commit drop"
                )
                try tx.execute("insert into errors values ('planted', 1)")
                try tx.execute(statement)
            }
        }
        #expect(error?.sqlState?.code == state)
        #expect(error?.description.contains("planted") == false)
        #expect(error?.description.contains(state) == true)
        // Swift prints what stands in something else by another description.
        let within = [error.map { Result<Int, PostgresError>.failure($0) }]
        #expect(!"\(within)".contains("planted") && "\(within)".contains(state))
        database.close()
    }

    @Test(
        "bad data is what cannot be read, computed with or kept; a wrong statement is none",
        arguments: [
            ("select date '5874897-12-31'::timestamp", true), ("select 2147483647 + 1", true),
            ("select 1 / 0", true), ("select null::integer", true), ("insert into bad values (-1)", true),
            ("insert into bad values (null)", true), ("select 'x'::text", false), ("select no_such_column", false),
            ("set local role no_such_role", false), ("select 1 where false", false),
        ] as [(SQL, Bool)]
    )
    func badData(_ statement: SQL, _ isBadData: Bool) async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("create temp table bad (n int not null check (n > 0)) on commit drop")
                _ = try tx.one(statement, as: Int32.self)
            }
        }
        #expect(error?.isBadData == isBadData, "\(String(describing: error))")
        database.close()
    }

    @Test("the diagnostic names the objects concerned, and has the detail for whoever may read it")
    func diagnostic() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let error = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("create temp table named (code text constraint named_code unique) on commit drop")
                for _ in 1...2 { try tx.execute("insert into named values (\("planted"))") }
            }
        }
        let diagnostic = try #require(error?.diagnostic)
        #expect(diagnostic.severity == "ERROR")
        #expect(diagnostic.table == "named" && diagnostic.constraint == "named_code")
        #expect(diagnostic.detail?.contains("planted") == true)
        #expect(error?.description.contains("named_code") == true)
        let position = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in try tx.execute("selec 1") }
        }
        #expect(position?.diagnostic?.position == 1)
        database.close()
    }

    @Test("states match their class only")
    func classes() {
        #expect(SQLState.Class.integrityConstraintViolation ~= .uniqueViolation)
        #expect(!(SQLState.Class.integrityConstraintViolation ~= .deadlockDetected))
        #expect(SQLState.Class.transactionRollback ~= .serializationFailure)
        #expect(SQLState.Class.operatorIntervention ~= .queryCanceled)
        let caught =
            switch SQLState.uniqueViolation {
            case .transactionRollback: "rollback"
            case .integrityConstraintViolation: "integrity"
            default: "other"
            }
        #expect(caught == "integrity")
    }
}
