import Postgres
import TestSupport
import Testing

@Suite("Values")
struct ValueTests {
    private let database = TestServer.shared.superuser()

    @Test("integers and their extremes come back as sent")
    func integers() async throws {
        try await database.transaction(as: .login) { tx in
            for value in [Int64.min, -1, 0, 1, .max] {
                let answer5 = try tx.one("select \(value)", as: Int64.self)
                #expect(answer5 == value)
            }
            let answer6 = try tx.one("select \(Int16.min)", as: Int16.self)
            #expect(answer6 == .min)
            let answer7 = try tx.one("select \(Int32.max)", as: Int.self)
            #expect(answer7 == Int(Int32.max))
            let answer106 = try tx.one("select \(true)", as: Bool.self)
            #expect(answer106)
            let answer8 = try tx.one("select \(-0.5)", as: Double.self)
            #expect(answer8 == -0.5)
            let answer107 = try tx.one("select 'NaN'::float8", as: Double.self).isNaN
            #expect(answer107)
        }
    }

    @Test("text, bytes, dates and instants come back as sent")
    func texts() async throws {
        try await database.transaction(as: .login) { tx in
            for text in ["", "Médan 北 🙂", "quote ' \" \\ \n"] {
                let answer9 = try tx.one("select \(text)", as: String.self)
                #expect(answer9 == text)
            }
            let bytes = Bytes(Array(0...255))
            let answer10 = try tx.one("select \(bytes)", as: Bytes.self)
            #expect(answer10 == bytes)
            let answer11 = try tx.one("select date '2000-03-01'", as: PostgresDate.self).daysSince2000
            #expect(answer11 == 60)
            let answer12 = try tx.one("select date 'infinity'", as: PostgresDate.self)
            #expect(answer12 == .infinity)
            let instant = Instant(microsecondsSince2000: -1)
            let answer13 = try tx.one("select \(instant)", as: Instant.self)
            #expect(answer13 == instant)
            let answer14 = try tx.one("select timestamptz '1970-01-01 00:00Z'", as: Instant.self).secondsSince1970
            #expect(answer14 == 0)
            let answer15 = try tx.one("select \(JSONDocument(text: "{\"a\": 1}"))", as: JSONDocument.self).text
            #expect(answer15 == "{\"a\": 1}")
        }
    }

    @Test(
        "decimals are exact both ways",
        arguments: [
            "0", "1", "-1", "0.5", "-0.0001", "10000", "99999999", "12345678.90", "0.00",
            "100000000000000000000.0000001",
        ]
    )
    func numeric(_ text: String) async throws {
        try await database.transaction(as: .login) { tx in
            let value = try #require(Numeric(text))
            let (sent, read) = try tx.one("select (\(value))::text, (\(value))::numeric", as: (String, Numeric).self)
            #expect(sent == text)
            #expect(read.description == text)
        }
    }

    @Test("no decimal is made from other text")
    func noNumeric() {
        for text in ["", "-", ".", "1.2.3", "1e5", "--1", "٣", " 1", "NaN"] { #expect(Numeric(text) == nil, "\(text)") }
    }

    @Test("arrays come back as sent; a null inside is an error")
    func arrays() async throws {
        try await database.transaction(as: .login) { tx in
            let answer108 = try tx.one("select \([Int32]())", as: [Int32].self).isEmpty
            #expect(answer108)
            let answer16 = try tx.one("select \(["a", "", "ü"])", as: [String].self)
            #expect(answer16 == ["a", "", "ü"])
            let answer17 = try tx.one("select \(Array(1...1000))", as: [Int].self)
            #expect(answer17 == Array(1...1000))
            let error = #expect(throws: PostgresError.self) { try tx.one("select array[1, null]", as: [Int32].self) }
            #expect(error?.description.contains("found null") == true)
        }
    }

    @Test("a null, another type or too small a type is an error that names the column")
    func refusals() async throws {
        try await database.transaction(as: .login) { tx in
            let null = #expect(throws: PostgresError.self) { try tx.one("select null::int4 as age", as: Int32.self) }
            #expect(null?.description == "column age: expected Int32, found null")
            let type = #expect(throws: PostgresError.self) { try tx.one("select 'x'::text as age", as: Int32.self) }
            #expect(type?.description == "column age: expected Int32, found type 25")
            let narrow = #expect(throws: PostgresError.self) { try tx.one("select 1::int8 as age", as: Int32.self) }
            #expect(narrow?.description == "column age: expected Int32, found type 20")
            let answer18 = try tx.one("select null::int4", as: Int32?.self)
            #expect(answer18 == nil)
        }
    }

    @Test("a parameter never becomes part of the text; names are quoted")
    func interpolation() async throws {
        try await database.transaction(as: .login) { tx in
            let hostile = "'; drop table x; --"
            let answer19 = try tx.one("select \(hostile)", as: String.self)
            #expect(answer19 == hostile)
            let name = Identifier("a \"b\"; select")
            try tx.execute("create temporary table \(identifier: name) (a integer)")
            let answer20 = try tx.one("select count(*) from \(identifier: name)", as: Int.self)
            #expect(answer20 == 0)
            let part: SQL = "\(1) + \(2)"
            let answer21 = try tx.one("select \(10) + \(fragment: part)", as: Int.self)
            #expect(answer21 == 13)
            let nothing: Int? = nil
            let answer109 = try tx.one("select \(nothing) is null", as: Bool.self)
            #expect(answer109)
        }
    }
}
