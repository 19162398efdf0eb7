import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

@Suite("Errors of a city")
struct CityErrorTests {
    @Test("says its text in both languages, with numbers as each writes them")
    func words() {
        let error = CityError(.agencyPeopleRemain, ["agency": "dinkes", "count": 1_250])
        #expect(error.kind == .conflict && error.code.state == "MU403")
        #expect(error.description == "agency dinkes still has people who serve there: 1,250")
        #expect(error.message(in: .indonesian) == "masih ada pegawai yang bertugas di perangkat daerah dinkes: 1.250")
    }

    @Test("every code has its row with a kind; a state is of our class and stands for one code")
    func codes() {
        for code in CityError.Code.allCases {
            #expect(TextCatalogue.errors[code.rawValue] != nil, "\(code)")
            let kind = TextCatalogue.errors[code.rawValue]?.attributes["kind"] ?? ""
            #expect(CityError.Kind(rawValue: kind) != nil, "\(code): \(kind)")
        }
        let states = TextCatalogue.errors.entries.compactMap { $0.attributes["state"] }.filter { !$0.isEmpty }
        #expect(states.count > 60 && Set(states).count == states.count)
        #expect(states.allSatisfy { $0.wholeMatch(of: /MU[1-9][0-9]{2}/) != nil })
        #expect(Set(states) == Set(CityError.Code.allCases.compactMap(\.state)))
    }

    @Test(
        "the database raises each state of the catalogue, with the catalogue's English and values, and no other state"
    )
    func raised() throws {
        var raised: Set<String> = []
        for refusal in Refusal.all {
            guard refusal.state.hasPrefix("MU") else {
                #expect(Refusal.foreign.contains(refusal.state), "\(refusal.place): \(refusal.state)")
                continue
            }
            // A lost claim, and the end of a rehearsal: no user sees these.
            if ["MU001", "MU002"].contains(refusal.state) { continue }
            raised.insert(refusal.state)
            let code = try #require(
                CityError.Code.allCases.first { $0.state == refusal.state },
                "\(refusal.place): \(refusal.state) is not in errors.csv"
            )
            let english = code.entry.english.source.replacing(/\{\w+\}/, with: "%")
            #expect(refusal.message == english, "\(refusal.place)")
            #expect(refusal.names == code.places, "\(refusal.place)")
        }
        // Told as rows, one for each component that `carry_out_transfers` leaves as it was.
        let told: Set = ["MU736", "MU738"]
        #expect(raised.isDisjoint(with: told))
        #expect(raised.union(told) == Set(CityError.Code.allCases.compactMap(\.state)))
    }

    @Test(
        "a refusal is recognised by its state and values; one of another version, or of the server itself, is unchanged"
    )
    func door() async throws {
        let city = try await TestCity.make()
        func raise(_ options: String) async throws {
            let text = "do $$ begin raise exception 'x' using \(options); end $$"
            try await city.database.transaction(as: .owner) { tx in
                try tx.run(SQLScript(name: "raise", uncheckedText: text))
            }
        }
        let late = CityError(
            .objectionLate,
            ["received": "2026-10-20", "last": "2026-11-03", "filed": "it \"was\" \\ á"]
        )
        await #expect(throws: late) {
            try await raise(
                """
                errcode = 'MU214', detail = jsonb_build_object(
                    'received', date '2026-10-20', 'last', date '2026-11-03', 'filed', 'it "was" \\ á'
                )::text
                """
            )
        }
        for options in [
            "errcode = 'MU214'", "errcode = 'MU214', detail = 'x'", "errcode = 'MU999'", "errcode = '55000'",
        ] {
            await #expect(throws: PostgresError.self, "\(options)") { try await raise(options) }
        }
    }

    @Test(
        "the values of a refusal are texts and whole numbers",
        arguments: [
            ("{}", [:]), ("{\"a\": \"b\", \"n\": -5}", ["a": .text("b"), "n": .number(-5)]),
            ("{\"a\": \"\\\"\\\\\\n\\u0001é\"}", ["a": .text("\"\\\n\u{1}é")]), ("", [:]), ("[1]", [:]),
            ("{\"a\": null}", [:]), ("{\"a\": \"b", [:]), ("{\"a\": 99999999999999999999}", [:]),
        ] as [(String, [String: TextArgument])]
    )
    func detail(_ json: String, _ expected: [String: TextArgument]) {
        #expect(RefusalDetail(json).arguments == expected)
    }
}

/// A `raise exception` of `sql/`.
private struct Refusal {
    let place: String
    let message: String
    let state: String
    /// Names of the values in the detail.
    let names: Set<String>

    /// A missing right, a conflict to try again, a wrong isolation level, and a value that a function does not take:
    /// none of them is a rule of the city.
    static let foreign: Set<String> = [
        "insufficient_privilege", "serialization_failure", "invalid_transaction_state", "invalid_parameter_value", "",
    ]

    static var all: [Refusal] {
        SchemaFile.all.filter { $0.kind == .definer || $0.kind == .routine }
            .flatMap { file in
                file.text.ranges(of: /raise exception\s/)
                    .map { range in
                        Refusal(String(file.text[range.upperBound...]), in: file)
                    }
            }
    }

    private init(_ rest: String, in file: SchemaFile) {
        var isQuoted = false
        let statement = rest.prefix { character in
            if character == "'" { isQuoted.toggle() }
            return character != ";" || isQuoted
        }
        place = "sql/\(file.path): \(statement.prefix(60))"
        let literal = statement.firstMatch(of: #/'((?:[^']|'')*)'/#)?.1
        message = literal.map { String($0).replacing("''", with: "'") } ?? ""
        state = statement.firstMatch(of: #/errcode = '(\w+)'/#).map { String($0.1) } ?? ""
        let detail = statement.firstRange(of: "detail = ").map { statement[$0.upperBound...] } ?? ""
        names = Set(detail.matches(of: #/[(\s]'(\w+)', /#).map { String($0.1) })
    }
}
