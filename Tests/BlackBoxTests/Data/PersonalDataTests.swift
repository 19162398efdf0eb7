import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres
import TestSupport
import Testing

/// Planted values of one person go through every command that takes them, valid or not; then the test reads everything
/// that is kept or printed besides the data.
@Suite("Personal data", .timeLimit(.minutes(20)))
struct PersonalDataTests {
    private static let name = "Tertanam Rahasia"
    /// No other test uses it: a day of a leap year on which nobody of the sample is born.
    private static let nip = "197602292005031901"
    private static let bad = "197602302005031902"
    private static var row: String {
        SampleFile.person(1, name: name).replacing(SampleFile.nip(1), with: nip)
            .replacing("02-01-1980", with: "29-02-1976")
    }

    private let mutasi = Program.built("mutasi")
    private let daemon = Program.built("mutasid")

    @Test("neither name nor NIP is in the programs' output, in the server's log, or in its view of sessions")
    func planted() async throws {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh")
        let login = try await AgencyLogins(city.database)
            .add("siasn", to: agencies[0].code, .password, validThrough: nil, connectionLimit: 3)
        var said: [String] = []
        func run(_ program: Program, _ words: String..., user: String = "medan_admin", status: Int32) async throws {
            let result = try await program.run(words, environment: ["MUTASI_DATABASE": city.uri(user: user)])
            #expect(result.status == status, "\(words): \(result.standardError)")
            said += [result.standardOutput, result.standardError]
        }
        func file(_ header: String, _ lines: String...) throws -> String {
            try SampleFile.write(([header] + lines).joined(separator: "\n") + "\n")
        }

        let rows = [
            Self.row, Self.row, Self.row.replacing("PNS", with: Self.name),
            Self.row.replacing(Self.nip, with: Self.bad),
        ]
        let people = try file(SampleFile.peopleHeader, rows[1], rows[2], rows[3])
        try await run(mutasi, "import", "people", people, "--agency", "dinkes", status: 65)
        try await run(
            mutasi,
            "import",
            "people",
            file(SampleFile.peopleHeader, rows[0]),
            "--agency",
            "dinkes",
            status: 0
        )
        try await run(mutasi, "import", "people", file(SampleFile.peopleHeader, rows[0]), "--agency", "dlh", status: 65)
        let post = SampleFile.post(1).replacing(SampleFile.nip(1), with: Self.nip)
        try await run(mutasi, "import", "posts", file(SampleFile.postsHeader, post), "--agency", "dinkes", status: 0)
        try await run(mutasi, "import", "posts", file(SampleFile.postsHeader, post), "--agency", "dlh", status: 65)
        try await run(mutasi, "cycle", "add", "2026-Q3", status: 0)
        for (kind, header, line) in [
            ("ratings", SampleFile.ratingsHeader, SampleFile.rating(1, 1, 1)),
            ("assessments", SampleFile.assessmentsHeader, SampleFile.assessment(1, "80", "80")),
        ] {
            let good = line.replacing(SampleFile.nip(1), with: Self.nip)
            let bad = line.replacing(SampleFile.nip(1), with: Self.bad)
            try await run(mutasi, "import", kind, file(header, bad, good), "--agency", "dinkes", status: 65)
            try await run(mutasi, "import", kind, file(header, good, Self.name), "--agency", "dinkes", status: 65)
        }
        try await run(daemon, "--until-idle", user: "medan_daemon", status: 0)
        try await run(mutasi, "cycle", "show", "2026-Q3", status: 0)
        try await run(mutasi, "audit", "verify", status: 0)
        try await run(mutasi, "audit", "list", "--limit", "1000", status: 0)
        try await run(mutasi, "audit", "export-seals", status: 0)
        let unknown = try await mutasi.run(
            ["person", "export", Self.bad, "--purpose", Self.name],
            environment: ["MUTASI_DATABASE": city.uri(user: "medan_admin")]
        )
        #expect(unknown.status != 0)
        said += [unknown.standardOutput, unknown.standardError]

        // The database shows a refused value only to the session that sent it.
        for statement in [
            "insert into rating_event (agency_id, employment_id, note) values (1, 1, '\(Self.name)')",
            "update person set name = '\(Self.name)' where nip = '\(Self.nip)'", "select '\(Self.nip)' from nowhere",
        ] {
            await #expect(throws: PsqlFailure.self, "\(statement)") {
                try await city.psql(statement, user: login.role, password: login.password)
            }
        }
        let twice = await #expect(throws: PostgresError.self) {
            try await city.database.transaction(as: .agency(agencies[0].id)) { tx in
                _ = try tx.execute(
                    """
                    insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, legal_status)
                    values (\(agencies[0].id), \(Self.nip), \(Self.name), '1976-02-29', 'male', 'permanent', '2005-03-01', 'x')
                    """
                )
            }
        }
        said.append("\(try #require(twice))")

        let sessions =
            "select count(*) from pg_stat_activity where position('\(Self.name.prefix(5))' || '\(Self.name.dropFirst(5))' in query) > 0"
        #expect(try await city.psql(sessions) == "0\n")
        said.append(try String(contentsOfFile: TestServer.shared.server.directory + "/server.log", encoding: .utf8))
        #expect(said.last?.contains("duplicate key value") == true, "the log was read")
        for planted in [Self.name, Self.nip, Self.bad] {
            for text in said where text.contains(planted) {
                let line = text.split(separator: "\n").first { $0.contains(planted) } ?? ""
                Issue.record("a planted value in: \(line)")
            }
        }
        #expect(try await city.psql("select count(*) from talent_placement") == "1\n", "the person went all the way")
    }
}
