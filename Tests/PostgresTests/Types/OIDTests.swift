import Postgres
import Testing

@Suite("OIDs")
struct OIDTests {
    @Test("are called as the server calls them, or by their number")
    func names() async throws {
        try await onServer { tx in
            let types = try tx.all(
                """
                select oid, case when typcategory = 'A' and typname like '\\_%'
                    then substr(typname, 2) || '[]' else typname::text end
                from pg_type where typnamespace = 'pg_catalog'::regnamespace
                """,
                as: (OID, String).self
            )
            var named = 0
            for (oid, name) in types where oid.description != "\(oid.rawValue)" {
                #expect(oid.description == name)
                named += 1
            }
            #expect(named > 70)
        }
        #expect(OID.timestamptz.description == "timestamptz" && OID.int8Array.description == "int8[]")
        #expect(OID(rawValue: 99_999).description == "99999")
        #expect(OID.bool < .bytea)
    }

    @Test("a failure names the type it knows, and numbers the one it does not")
    func failures() {
        func words(_ reason: DecodingFailure.Reason) -> String {
            DecodingFailure(expected: "String", reason: reason).description
        }
        #expect(words(.type(.int8)) == "expected String, found int8")
        #expect(words(.type(OID(rawValue: 99_999))) == "expected String, found type 99999")
        #expect(words(.null) == "expected String, found null")
        #expect(words(.length(3)) == "expected String, found 3 bytes")
        #expect(words(.dimensions(1)) == "expected String, found 1 dimension")
        #expect(words(.value) == "the value does not fit String")
    }
}
