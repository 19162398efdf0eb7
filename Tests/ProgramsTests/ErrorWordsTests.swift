import CSV
import CityDatabase
import Postgres
import TestSupport
import Testing
import Texts

@testable import Programs

@Suite("What programs say of errors")
struct ErrorWordsTests {
    @Test("codes and rows of the catalogue are the same, and each has a status")
    func codes() {
        let codes = CityError.Code.allCases.map(\.rawValue) + Stop.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes) == Set(TextCatalogue.errors.entries.map(\.key)))
        for entry in TextCatalogue.errors.entries {
            #expect(ExitStatus(kind: entry.attributes["kind"] ?? "") != nil, "\(entry.key)")
        }
    }

    @Test("advice is given for codes only, from their values, and for what the database layer words itself")
    func advice() {
        let own = Set(PostgresAdvice.allCases.map(\.rawValue) + ["refused"])
        #expect(own.isSubset(of: TextCatalogue.advice.entries.map(\.key)))
        for entry in TextCatalogue.advice.entries where !own.contains(entry.key) {
            guard let error = TextCatalogue.errors[entry.key] else {
                Issue.record("\(entry.key) is not a code")
                continue
            }
            #expect(entry.english.names.isSubset(of: error.english.names), "\(entry.key)")
        }
    }

    @Test("each error is told in both languages with its code and what to do next")
    func lines() throws {
        let error = CityError(.agencyUnknown, ["agency": "dinkes"])
        #expect(
            ErrorWords(error, in: .english)?.lines(in: .english) == """
                error: there is no agency dinkes [agency.unknown]
                hint: 'mutasi agency list' shows the agencies
                """
        )
        #expect(
            ErrorWords(error, in: .indonesian)?.lines(in: .indonesian) == """
                galat: perangkat daerah dinkes tidak ada [agency.unknown]
                saran: 'mutasi agency list' menampilkan perangkat daerah yang ada
                """
        )
        #expect(ErrorWords(CityError(.cycleClosed), in: .english)?.advice == "nothing was changed")
        #expect(ErrorWords(Stop(.found), in: .english) == nil)
        let stop = try #require(ErrorWords(Stop(.rowsUnreadable, ["count": 1]), in: .english))
        #expect(stop.fact == "1 row cannot be read" && stop.code == "rows.unreadable")
        let file = try #require(ErrorWords(CSVError.strayQuote(line: 3, column: 2), in: .english))
        #expect(file.fact == "\(CSVError.strayQuote(line: 3, column: 2))" && file.code == "csv.stray_quote")
        let unread: [CSVError] = [
            .invalidUTF8(line: 7, byteOffset: 90), .fieldTooLong(line: 7, column: 3, limit: 512),
            .tooManyFields(line: 7, limit: 512), .unterminatedQuote(line: 7), .strayQuote(line: 7, column: 3),
            .strayReturn(line: 7, column: 3), .empty, .unreadable(path: "people.csv", cause: "Permission denied"),
        ]
        for error in unread {
            let words = try #require(ErrorWords(error, in: .english))
            #expect(words.fact == "\(error)")
            let advice = try #require(words.advice, "\(error)")
            #expect(!advice.isEmpty && !advice.hasSuffix("."))
        }
    }

    @Test("a failure of the database is told in its own words, and the advice follows the language")
    func database() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        defer { database.close() }
        let error = try #require(
            await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in try tx.execute("select 1 / 0") }
            }
        )
        let words = try #require(ErrorWords(error, in: .indonesian))
        #expect(words.fact == "\(error)" && words.code == nil)
        #expect(words.advice == PostgresAdvice.data.words(in: .indonesian))
        #expect(PostgresAdvice.data.words(in: .english) != PostgresAdvice.data.words(in: .indonesian))
    }

    @Test("a rule that the database keeps ends with 65 whatever way it came, and is told by its code")
    func refusal() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        defer { database.close() }
        let error = try #require(
            await #expect(throws: PostgresError.self) {
                try await database.transaction(as: .login) { tx in
                    try tx.execute(
                        "do $$ begin raise 'x' using errcode = 'MU102'; end $$"
                    )
                }
            }
        )
        #expect(!error.isRetryable && !error.poisonsConnection)
        #expect(Programs.ExitStatus(error) == .inputData)
        #expect(ErrorWords(error, in: .english) == ErrorWords(CityError(.cycleClosed), in: .english))
    }
}
