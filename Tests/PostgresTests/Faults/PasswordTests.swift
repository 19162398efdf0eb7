import Foundation
import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: passwords and places to keep them", .timeLimit(.minutes(20)))
struct PasswordTests {
    private static let probe = Program.built("postgres-probe")

    /// A server where `app` needs the password `right-secret`.
    private func stage(_ body: (ScratchServer) async throws -> Void) async throws {
        try await ScratchServer.with(network: true) { server in
            try await server.createRole("app", password: "right-secret")
            #expect(
                try await server.run("select rolpassword like 'SCRAM%' from pg_authid where rolname = 'app'") == "t\n"
            )
            try await body(server)
        }
    }

    private func user(_ uri: String) async throws -> String {
        let database = Database.at(uri)
        let user = try await database.transaction(as: .login) { tx in
            try tx.one("select current_user::text", as: String.self)
        }
        database.close()
        return user
    }

    @Test("SCRAM takes the right password, from the URI or from a password file")
    func right() async throws {
        try await stage { server in
            #expect(try await user(server.networkURI(user: "app", password: "right-secret")) == "app")
            let folder = try ScratchDirectory()
            let file = try folder.write("passwords", "127.0.0.1:*:postgres:app:right-secret\n")
            #expect(try await user(server.networkURI(user: "app", ["passfile": file])) == "app")
            folder.remove()
        }
    }

    @Test("a wrong password is told as such: nothing to wait for")
    func wrong() async throws {
        try await stage { server in
            let folder = try ScratchDirectory()
            let file = try folder.write("passwords", "*:*:*:*:wrong-secret\n")
            for uri in [
                server.networkURI(user: "app", password: "wrong-secret"),
                server.networkURI(user: "app", ["passfile": file]),
                server.networkURI(user: "nobody_such", password: "wrong-secret"),
            ] {
                let error = await Database.at(uri).refusal()
                #expect(error?.sqlState == SQLState("28P01"))
                #expect(error?.isUnavailable == false && error?.isRetryable == false)
            }
            folder.remove()
        }
    }

    @Test("a missing password is told as such")
    func missing() async throws {
        try await stage { server in
            let error = await Database.at(server.networkURI(user: "app", ["passfile": "/nowhere/passwords"])).refusal()
            #expect(error?.sqlState.map { SQLState.Class.invalidAuthorization ~= $0 } == true)
            #expect(error?.isUnavailable == false)
            #expect(error?.description.contains("no password supplied") == true)
        }
    }

    @Test("what no line of pg_hba.conf admits is refused as such")
    func notAdmitted() async throws {
        try await ScratchServer.with(access: ["host all app all reject"], network: true) { server in
            try await server.createRole("app", password: "right-secret")
            let error = await Database.at(server.networkURI(user: "app", password: "right-secret")).refusal()
            #expect(error?.sqlState == SQLState("28000"))
            #expect(error?.isUnavailable == false)
        }
    }

    @Test("libpq's variables, password file and service file are honoured")
    func environment() async throws {
        try await stage { server in
            try await server.run("create database other")
            let folder = try ScratchDirectory()
            let passwords = try folder.write("passwords", "127.0.0.1:*:*:app:right-secret\n")
            guard case .network(let port) = server.network else { throw CancellationError() }
            let services = try folder.write(
                "services",
                "[city]\nhost=127.0.0.1\nport=\(port)\nuser=app\ndbname=other\npassword=right-secret\n"
            )
            let place = ["PGHOST": "127.0.0.1", "PGPORT": "\(port)", "PGUSER": "app", "PGDATABASE": "other"]
            let named = ["PGAPPNAME": "named"]
            let cases: [(arguments: [String], environment: [String: String], application: String)] = [
                ([], place.merging(["PGPASSWORD": "right-secret"]) { $1 }, "mutasi"),
                ([], place.merging(["PGPASSFILE": passwords]) { $1 }.merging(named) { $1 }, "named"),
                ([], ["PGSERVICEFILE": services, "PGSERVICE": "city"], "mutasi"),
                (["service=city"], ["PGSERVICEFILE": services], "mutasi"),
                (["postgresql://?service=city&application_name=own"], ["PGSERVICEFILE": services], "own"),
            ]
            for (arguments, environment, application) in cases {
                let result = try await run(arguments, environment)
                #expect(result.standardOutput == "app\nother\n\(application)\n", "\(arguments) \(environment)")
                #expect(result.status == 0)
            }
            folder.remove()
        }
    }

    @Test("a service that is not there, and an unsafe password file, are told as such")
    func unusable() async throws {
        try await stage { server in
            let folder = try ScratchDirectory()
            let services = try folder.write("services", "[city]\nhost=127.0.0.1\n")
            let absent = try await run(["service=village"], ["PGSERVICEFILE": services])
            #expect(absent.status == 1)
            #expect(absent.standardOutput.contains("definition of service \"village\" not found"))

            let passwords = try folder.write("passwords", "*:*:*:*:right-secret\n")
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: passwords)
            let open = try await run([server.networkURI(user: "app")], ["PGPASSFILE": passwords])
            #expect(open.status == 1)
            #expect(open.standardOutput.contains("no password supplied"))
            #expect(!(open.standardOutput + open.standardError).contains("right-secret"))
            folder.remove()
        }
    }

    private func run(_ arguments: [String], _ environment: [String: String]) async throws -> Program.Result {
        try await Self.probe.run(arguments, environment: environment)
    }
}
