import CSV
import CityDatabase
import Jobs
import LocalServer
import Postgres
import TestSupport
import Testing
import Texts

@testable import Programs

@Suite("What programs say of errors")
struct ErrorWordsTests {
    @Test("codes and rows of the catalogue are the same, and each has a status")
    func codes() {
        let codes =
            CityError.Code.allCases.map(\.rawValue) + Stop.Code.allCases.map(\.rawValue)
            + LocalServerError.Code.allCases.map(\.rawValue)
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

    @Test("a local server that cannot start says why in both languages, by its code")
    func localServer() throws {
        let error = try #require(
            #expect(throws: LocalServerError.self) { try LocalServer(directory: "/tmp/a,b").start() }
        )
        #expect(Programs.ExitStatus(error) == .unavailable)
        #expect(
            ErrorWords(error, in: .english)?.lines(in: .english) == """
                error: "/tmp/a,b" holds a character that PostgreSQL's programs do not take in a path [local.path_characters]
                hint: choose a plain path, by MUTASI_LOCAL_DIRECTORY
                """
        )
        #expect(
            ErrorWords(error, in: .indonesian)?.lines(in: .indonesian) == """
                galat: "/tmp/a,b" memuat karakter yang tidak diterima program PostgreSQL dalam suatu path \
                [local.path_characters]
                saran: pilih path sederhana dengan MUTASI_LOCAL_DIRECTORY
                """
        )
        for code in LocalServerError.Code.allCases { #expect([.unavailable, .configuration].contains(code.status)) }
    }

    @Test("a wrong rule of a schedule is said in both languages, with what is possible")
    func rule() throws {
        let anchor = try #require(PostgresDate(year: 2026, month: 1, day: 1))
        let error = try #require(
            #expect(throws: RecurrenceError.self) {
                try Recurrence("FREQ=MONTHLY;BYMONTHDAY=0", anchor: anchor, zone: "Asia/Jakarta")
            }
        )
        let english = try #require(ErrorWords(Stop(error), in: .english))
        #expect(
            english.fact == "BYMONTHDAY: 0 is out of range; possible: 1 to 31, and -1 to -31 from the month's end"
        )
        let indonesian = try #require(ErrorWords(Stop(error), in: .indonesian))
        #expect(
            indonesian.fact
                == "BYMONTHDAY: 0 di luar batas; yang mungkin: 1 sampai 31, dan -1 sampai -31 dari akhir bulan"
        )
        let name = try #require(ErrorWords(Stop(ScheduleError.name), in: .indonesian))
        #expect(name.fact.hasPrefix("jadwal tidak sah: nama jadwal terdiri atas"))
    }

    @Test("the catalogue has every reason of rules and schedules, and no other")
    func scheduleTexts() {
        let rules = RecurrenceError.Code.allCases.flatMap {
            ["recurrence.\($0.rawValue)", "recurrence.\($0.rawValue).possible"]
        }
        let schedules = ScheduleError.allCases.map { "schedule.\($0.rawValue)" }
        let keys = TextCatalogue.findings.entries.map(\.key)
        #expect(Set(keys.filter { $0.hasPrefix("recurrence.") }) == Set(rules))
        #expect(Set(keys.filter { $0.hasPrefix("schedule.") }) == Set(schedules))
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
