import Postgres
import Testing

@Suite("Values without a binary form")
struct EncodingFailureTests {
    @Test("rows that differ in length are refused, whichever of them is longer")
    func ragged() {
        func refuse(_ value: some PostgresEncodable, sourceLocation: SourceLocation = #_sourceLocation) {
            let failure = #expect(throws: EncodingFailure.self, sourceLocation: sourceLocation) { try encoded(value) }
            #expect(failure?.reason == .raggedArray, sourceLocation: sourceLocation)
        }
        refuse([[1], [2, 3]])
        refuse([[1, 2], [3]])
        refuse([[], [1]] as [[Int]])
        refuse([[1], []])
        refuse([[[1], [2]], [[3]]])
        refuse([[1], nil] as [[Int]?])
    }

    @Test("more than six dimensions are refused")
    func tooDeep() {
        let deep: [[[[[[[Int]]]]]]] = [[[[[[[1]]]]]]]
        let failure = #expect(throws: EncodingFailure.self) { try encoded(deep) }
        #expect(failure?.reason == .outOfRange)
    }

    @Test("a text with U+0000 is not sent, wherever it stands, and is bad data; one without is")
    func nul() async throws {
        for text in ["\0", "a\0b", String(repeating: "é", count: 5_000) + "\0"] {
            try await onServer { (tx) throws in
                for sql in ["select \(text)", "select \(["", text])", "select \(JSONDocument(text: "\"\(text)\""))"]
                    as [SQL]
                {
                    let error = #expect(throws: PostgresError.self) { try tx.execute(sql) }
                    #expect(error?.wasSent == false && error?.isBadData == true)
                    #expect(error?.description.contains("holds U+0000") == true)
                }
                #expect(try tx.one("select \("")", as: String.self) == "")
            }
        }
    }

    @Test("a statement with one is not sent, says which parameter it is, and the transaction goes on")
    func statement() async throws {
        let ragged = [[1], [2, 3]]
        try await onServer { (tx) throws in
            let error = #expect(throws: PostgresError.self) { try tx.execute("select \(7), \(ragged)") }
            #expect(error?.description == "parameter 2: the rows of the Array<Int> differ in length")
            #expect(error?.wasSent == false && error?.poisonsConnection == false)
            #expect(try tx.one("select 1", as: Int.self) == 1)
        }
    }

    @Test("a COPY row with one is left out, and the others are written")
    func copy() async throws {
        try await onServer { (tx) throws in
            try tx.execute("create temp table grids (id int8, grid int8[]) on commit drop")
            let count = try tx.copyIn("grids", columns: ["id", "grid"]) { writer in
                try writer.row(1, [[1, 2], [3, 4]])
                let error = #expect(throws: PostgresError.self) { try writer.row(2, [[1], [2, 3]]) }
                #expect(error?.description == "parameter 2: the rows of the Array<Int> differ in length")
                #expect(throws: PostgresError.self) { try writer.row([3, [[1], []]]) }
                try writer.row([4, [[Int]]()])
            }
            #expect(count == 2)
            #expect(try tx.all("select id from grids order by id", as: Int.self) == [1, 4])
        }
    }
}
