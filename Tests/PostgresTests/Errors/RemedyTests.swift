import Foundation
import Postgres
import TestSupport
import Testing

/// Who has to do something about each state of PostgreSQL's appendix A.
@Suite("Remedies")
struct RemedyTests {
    /// By class; what differs from its class follows.
    private static let classes: [String: Remedy] = [
        "00": .setup, "01": .setup, "02": .setup, "03": .setup, "08": .wait, "09": .setup, "0A": .setup, "0B": .setup,
        "0F": .setup, "0L": .permission, "0P": .setup, "0Z": .setup, "10": .setup, "20": .setup, "21": .data,
        "22": .data,
        "23": .data, "24": .setup, "25": .setup, "26": .setup, "27": .setup, "28": .permission, "2B": .setup,
        "2D": .setup,
        "2F": .setup, "34": .setup, "38": .setup, "39": .setup, "3B": .setup, "3D": .setup, "3F": .setup, "40": .again,
        "42": .setup, "44": .data, "53": .wait, "54": .data, "55": .setup, "57": .wait, "58": .wait, "72": .again,
        "F0": .setup, "HV": .setup, "P0": .setup, "XX": .wait,
    ]
    private static let exceptions: [String: Remedy] = [
        "0LP01": .setup, "22023": .setup, "25006": .wait, "25P03": .again, "25P04": .again, "40002": .data,
        "40003": .wait,
        "42501": .permission, "55000": .data, "55006": .again, "55P03": .again, "57014": .again, "57P04": .setup,
        "P0002": .data, "P0003": .data,
    ]

    /// The states that the server's own list names, in the installation that the tests run on.
    private static func appendix() async throws -> [String] {
        let database = TestServer.shared.superuser(limit: 1)
        defer { database.close() }
        let folder = try await database.transaction(as: .login) { tx in
            try tx.one("select setting from pg_config where name = 'SHAREDIR'", as: String.self)
        }
        return try String(contentsOfFile: "\(folder)/errcodes.txt", encoding: .utf8).split(separator: "\n")
            .compactMap { line in
                let words = line.split(separator: " ", omittingEmptySubsequences: true)
                guard let code = words.first, code.count == 5, words.count >= 3, ["E", "W", "S"].contains(words[1])
                else {
                    return nil
                }
                return String(code)
            }
    }

    @Test(
        "every state of the server's list has a name of its own and the remedy of its class, or one that is listed here"
    )
    func all() async throws {
        let states = try await Self.appendix()
        #expect(states.count > 250)
        for code in states {
            let state = SQLState(code)
            #expect(state.conditionName != "error", "\(code)")
            let expected = Self.exceptions[code] ?? Self.classes[String(code.prefix(2))]
            #expect(state.remedy == expected, "\(code) \(state.conditionName)")
        }
        #expect(Set(states.map { String($0.prefix(2)) }).subtracting(Self.classes.keys).isEmpty)
    }

    @Test("a state that nobody knows has the name of its class, if that is known, and is a matter of the set-up")
    func unknown() {
        #expect(
            SQLState("23ZZZ").conditionName == "integrity constraint violation" && SQLState("23ZZZ").remedy == .data
        )
        #expect(SQLState("ZZ999").conditionName == "error" && SQLState("ZZ999").remedy == .setup)
    }

    @Test("of a server's report only what a function raised is shown in words, and the rest by the condition's name")
    func words() async throws {
        let database = TestServer.shared.superuser(limit: 1)
        let raised = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in
                try tx.execute("do $$ begin raise 'the cycle is closed' using errcode = '55000'; end $$")
            }
        }
        #expect(raised?.description == "the cycle is closed (SQLSTATE 55000)")
        let own = await #expect(throws: PostgresError.self) {
            try await database.transaction(as: .login) { tx in try tx.execute("select \"Planted\" from pg_class") }
        }
        #expect(own?.description == "undefined column (SQLSTATE 42703)")
        database.close()
    }
}
