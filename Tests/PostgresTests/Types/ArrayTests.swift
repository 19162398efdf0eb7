import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Arrays")
struct ArrayTests {
    private let flat = [
        Specimen([Int16(1), 2], "{1,2}", "00000001 00000000 00000015 00000002 00000001 00000002 0001 00000002 0002"),
        Specimen([Int16](), "{}", "00000000 00000000 00000015"),
    ]
    private let nullable = [
        Specimen(
            [Int16(1), nil],
            "{1,NULL}",
            "00000001 00000001 00000015 00000002 00000001 00000002 0001 ffffffff"
        )
    ]
    private let nested = [
        Specimen(
            [["a"], ["bc"]],
            "{{a},{bc}}",
            "00000002 00000000 00000019 00000002 00000001 00000001 00000001 00000001 61 00000002 6263"
        ),
        Specimen([[String]](), "{}", "00000000 00000000 00000019"),
    ]
    private let deep = [
        Specimen(
            [[[true, nil]]],
            "{{{t,NULL}}}",
            """
            00000003 00000001 00000010 00000001 00000001 00000001 00000001 00000002 00000001
            00000001 01 ffffffff
            """
        )
    ]

    @Test("keep their golden bytes, which the server reads and sends")
    func golden() async throws {
        try await onServer { tx in
            try check(flat, as: "_int2", sentBy: "array_send", &tx)
            try check(nullable, as: "_int2", sentBy: "array_send", &tx)
            try check(nested, as: "_text", sentBy: "array_send", &tx)
            try check(deep, as: "_bool", sentBy: "array_send", &tx)
        }
    }

    @Test("go to the server and back: empty, one and many, of every type")
    func roundTrip() async throws {
        @Sendable func check<Element: PostgresArrayElement & Equatable>(
            _ array: [Element],
            _ tx: inout Transaction
        ) throws {
            let answer = try tx.one("select v, cardinality(v) from (select \(array) as v) s", as: ([Element], Int).self)
            #expect(answer.0 == array)
            #expect(answer.1 == array.count)
            let optional = array.map(Optional.some) + [nil]
            #expect(try tx.one("select \(optional)", as: [Element?].self) == optional)
            #expect(
                try tx.one("select \([array, array])", as: [[Element]].self) == (array.isEmpty ? [] : [array, array])
            )
        }
        try await onServer { tx in
            try check([] as [Int32], &tx)
            try check([true, false], &tx)
            try check([Int16.min], &tx)
            try check((0..<100_000).map { Int32($0) }, &tx)
            try check([Int64.max, 0], &tx)
            try check([1, -1], &tx)
            try check([Float.infinity, 0.1], &tx)
            try check([0.5], &tx)
            try check([Numeric(5), .nan, .minusInfinity], &tx)
            try check(["", "a,b", "{\"}", "null", " "], &tx)
            try check([Bytes([]), Bytes([0])], &tx)
            try check([UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))], &tx)
            try check([PostgresDate.infinity], &tx)
            try check([try #require(PostgresTime(hour: 24, minute: 0))], &tx)
            try check([PostgresTimestamp.minusInfinity], &tx)
            try check([Instant(microsecondsSince2000: 5)], &tx)
            try check([PostgresInterval(months: 1, days: -1)], &tx)
            try check([JSONDocument(text: "null"), JSONDocument(text: "[1]")], &tx)
            try check([OID.text], &tx)
            try check([PostgresRange((1 as Int32)...5), .empty, .all], &tx)
            try check([PostgresRange(Instant.minusInfinity..<Instant.infinity)], &tx)
        }
    }

    @Test("any number of dimensions up to six, read row by row")
    func dimensions() async throws {
        try await onServer { tx in
            let cube = [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]] as [[[Int32]]]
            let answer = try tx.one(
                "select \(cube), array_dims(\(cube)), (\(cube))[3][1][2], '{{1,2},{3,null}}'::int4[]",
                as: ([[[Int32]]], String, Int, [[Int32?]]).self
            )
            #expect(answer == (cube, "[1:3][1:2][1:2]", 10, [[1, 2], [3, nil]]))
            let six: [[[[[[Int16]]]]]] = [[[[[[1, 2]]]]]]
            #expect(try tx.one("select \(six)", as: [[[[[[Int16]]]]]].self) == six)
        }
    }

    @Test("lower bounds are forgotten; an empty array is empty in any number of dimensions")
    func bounds() async throws {
        try await onServer { tx in
            let answer = try tx.one(
                "select '[5:6]={1,2}'::int4[], '[-1:0][0:0]={{1},{2}}'::int4[], '{}'::int4[], '{}'::int4[]",
                as: ([Int32], [[Int32]], [[Int32]], [[[Int32?]]]).self
            )
            #expect(answer == ([1, 2], [[1], [2]], [], []))
            #expect(try tx.one("select \([[], []] as [[Int32]])", as: [[Int32]].self) == [])
            #expect(try tx.one("select \([[[]]] as [[[String]]])::text", as: String.self) == "{}")
        }
    }

    @Test("a null, other dimensions and another type than declared are errors that say so")
    func refused() async throws {
        try await onServer { (tx) throws in
            let null = #expect(throws: PostgresError.self) {
                try tx.one("select array[1, null] as a", as: [Int32].self)
            }
            #expect(null?.description == "column a: expected Int32, found null")
            let nested = #expect(throws: PostgresError.self) {
                try tx.one("select array[[1], [2]] as a", as: [Int32].self)
            }
            #expect(nested?.description == "column a: expected one-dimensional array of Int32, found 2 dimensions")
            let flat = #expect(throws: PostgresError.self) { try tx.one("select array[1] as a", as: [[Int32]].self) }
            #expect(flat?.description == "column a: expected two-dimensional array of Int32, found 1 dimension")
            let type = #expect(throws: PostgresError.self) { try tx.one("select array['x'] as a", as: [Int32].self) }
            #expect(type?.description == "column a: expected Array<Int32>, found text[]")
            let scalar = #expect(throws: PostgresError.self) { try tx.one("select 1 as a", as: [Int32].self) }
            #expect(scalar?.description == "column a: expected Array<Int32>, found int4")
        }
    }

    @Test("random ones, nested and with nulls, go to the server and back")
    func random() async throws {
        try await onServer { tx in
            var generator = SeededGenerator(state: 41)
            for _ in 0..<100 {
                let width = Int.random(in: 1...6, using: &generator)
                let rows = (0..<Int.random(in: 1...6, using: &generator))
                    .map { _ in
                        (0..<width).map { _ in Bool.random(using: &generator) ? generator.integer(Int64.self) : nil }
                    }
                let texts = rows.map { row in row.map { number in number.map { "\($0)" } } }
                let answer = try tx.one("select \(rows), \(rows)::text[]", as: ([[Int64?]], [[String?]]).self)
                #expect(answer.0 == rows && answer.1 == texts)
            }
        }
    }

    @Test("hostile headers and lengths are refused")
    func hostile() throws {
        let good = hexadecimal("00000001 00000000 00000015 00000001 00000001 00000002 0001")
        func refuse(_ index: Int, _ byte: UInt8, sourceLocation: SourceLocation = #_sourceLocation) {
            var bytes = good
            bytes[index] = byte
            #expect(throws: DecodingFailure.self, sourceLocation: sourceLocation) {
                try [Int16](binary: bytes.span, oid: .int2Array)
            }
        }
        #expect(try [Int16](binary: good.span, oid: .int2Array) == [1])
        refuse(0, 0xFF)  // a negative number of dimensions
        refuse(3, 7)  // more than six
        refuse(3, 2)  // one more than there is a header for
        refuse(7, 2)  // flags that nobody knows
        refuse(11, 0x17)  // elements of another type
        refuse(12, 0x7F)  // 2³¹ elements
        refuse(12, 0xFF)  // a negative number of them
        refuse(15, 2)  // one more than there is
        refuse(15, 0)  // one less
        refuse(20, 0x7F)  // an element longer than all
        refuse(20, 0xFF)  // of a negative length
        refuse(23, 1)  // of another length than its type's
        refuse(23, 3)  // past the end
        let overflow = hexadecimal(
            "00000006 00000000 00000015" + String(repeating: " 7fffffff 00000001", count: 6) + " 00000002 0001"
        )
        #expect(throws: DecodingFailure.self) { try [[[[[[Int16]]]]]](binary: overflow.span, oid: .int2Array) }
        refuseOtherLengths(of: flat)
        refuseOtherLengths(of: nullable)
        refuseOtherLengths(of: nested)
        refuseOtherLengths(of: deep)
        try readRandomBytes(near: flat, seed: 41)
        try readRandomBytes(near: nullable, seed: 42)
        try readRandomBytes(near: nested, seed: 43)
        try readRandomBytes(near: deep, seed: 44)
    }
}
