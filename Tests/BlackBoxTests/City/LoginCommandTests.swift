import CityDatabase
import Foundation
import LocalServer
import TestSupport
import Testing

/// Logins of agencies and names of cities, by the built program and by `psql` as an agency's own tool.
@Suite("Logins and cities by the admin's program", .timeLimit(.minutes(10)))
struct LoginCommandTests {
    private let mutasi = Program.built("mutasi")

    @Test("db check finds settings and a password that an intruder gave a login, and login rotate ends them")
    func stolenLogin() async throws {
        let city = try await TestCity.make(ownRoles: true)
        let agency = try await city.add("dinkes")[0]
        let environment = ["MUTASI_DATABASE": city.uri(user: "medan_admin")]
        let added = try await mutasi.run(["login", "add", "tool", "--agency", "dinkes"], environment: environment)
        #expect(added.status == 0, "\(added.standardError)")
        let role = "medan_agency_\(agency.id)_tool"
        // Only the tool's own statements: it relies on its settings.
        func psql(_ password: String, _ statements: String...) async throws -> Program.Result {
            try await Program(path: "/usr/bin/psql")
                .run(
                    ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", city.uri(user: role)]
                        + statements.flatMap { ["-c", $0] },
                    environment: ["PGPASSWORD": password.trimmingCharacters(in: .newlines)]
                )
        }
        let count = "select count(*) from own_person"
        #expect(try await psql(added.standardOutput, count).standardOutput == "0\n")
        let left = try await psql(
            added.standardOutput,
            "alter role current_user set row_security = off",
            "alter role current_user set search_path = pg_temp",
            "alter role current_user set statement_timeout = '1ms'",
            "alter role current_user password 'x'"
        )
        #expect(left.status == 0, "\(left.standardError)")
        #expect(try await psql("x", count).status != 0)

        let check = try await mutasi.run(["db", "check"], environment: environment)
        #expect(check.status == 2 && check.standardOutput.contains(role), "\(check.standardOutput)")
        #expect(check.standardOutput.contains("login_settings"))
        #expect(check.standardOutput.contains("login_password_changed"))
        let rotated = try await mutasi.run(["login", "rotate", "tool", "--agency", "dinkes"], environment: environment)
        #expect(rotated.status == 0, "\(rotated.standardError)")
        #expect(try await psql(rotated.standardOutput, count).standardOutput == "0\n")
        for stale in ["x", added.standardOutput] {
            #expect(try await psql(stale, "select 1").status != 0)
        }
        let again = try await mutasi.run(["db", "check"], environment: environment)
        #expect(again.status == 0, "\(again.standardOutput)")
    }

    @Test(
        "a name that is not valid for a city ends with 64 and says which names are",
        arguments: ["pg_x", "postgres", "medan_agency_5", "medan_backup", "Medan"]
    )
    func cityNames(_ name: String) async throws {
        for (words, environment) in [(["--city", name], [:]), ([], ["MUTASI_CITY": name])] {
            let result = try await mutasi.run(["db", "init"] + words, environment: environment)
            #expect(result.status == 64)
            #expect(result.standardError.contains("'\(name)' is not a valid city name: use at most 31"))
        }
    }

    @Test("a second city in a database ends with 65 and the advice to create another database")
    func secondCity() async throws {
        let city = try await TestCity.make()
        let words = ["db", "init", "--city", "serdang", "--database", city.uri(user: LocalServer.superuser)]
        let result = try await mutasi.run(words)
        #expect(result.status == 65)
        #expect(result.standardError.contains("error: this database holds the city medan;"))
        #expect(result.standardError.contains("hint: nothing was changed; make a database for serdang"))
        #expect(try await city.psql("select count(*) from pg_roles where rolname ~ '^serdang'") == "0\n")
    }
}
