import Foundation
import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: no secret in an error", .timeLimit(.minutes(20)))
struct SecretTests {
    private static let secret = "planted-secret"

    /// Every text that an error turns into by itself.
    private func expectNoSecret(_ error: PostgresError?, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let error = try #require(error, sourceLocation: sourceLocation)
        var texts = ["\(error)", String(reflecting: error), error.localizedText, "\(error.kind)"]
        var dumped = ""
        dump(error, to: &dumped)
        texts.append(dumped)
        // Also what is left of it after libpq has shortened or decoded it.
        #expect(texts.filter { $0.contains("planted") } == [], sourceLocation: sourceLocation)
    }

    @Test("a refused log-in shows no password", arguments: [false, true])
    func refused(_ fromFile: Bool) async throws {
        let certificates = try await Certificates.shared()
        try await ScratchServer.with(
            access: ["hostnossl all all all reject"],
            network: true,
            certificates: certificates
        ) { server in
            try await server.createRole("app", password: "another")
            try await server.createRole("single", password: Self.secret, attributes: "connection limit 0")
            let folder = try ScratchDirectory()
            let file = try folder.write("passwords", "*:*:*:*:\(Self.secret)\n")
            func uri(_ user: String, _ parameters: [String: String]) -> String {
                let more = fromFile ? parameters.merging(["passfile": file]) { $1 } : parameters
                return server.networkURI(user: user, password: fromFile ? nil : Self.secret, more)
            }
            for uri in [
                uri("app", [:]),
                uri("single", [:]),
                uri("nobody_such", [:]),
                uri("single", ["dbname": "nothing_such"]),
                uri("single", ["sslmode": "disable"]),
                uri("single", ["sslmode": "verify-full", "sslrootcert": certificates.otherAuthority]),
                uri("single", ["port": "1"]),
                uri("single", ["host": "host.invalid"]),
                uri("single", ["options": "-c no_such_setting=1"]),
            ] {
                try expectNoSecret(await Database.at(uri).refusal())
            }
            folder.remove()
        }
    }

    @Test("a connection that fails later shows no password")
    func later() async throws {
        try await ScratchServer.with(network: true) { server in
            try await server.createRole("app", password: Self.secret)
            try await FaultProxy.with(to: server.network) { proxy in
                let uri = proxy.networkURI(user: "app", ["password": Self.secret])
                let silent = proxy.arm(.halfOpen)
                try expectNoSecret(await Database.at(uri, connectTimeout: .milliseconds(100)).refusal())
                #expect(silent.count == 1)
                proxy.heal()
                for fault in [Fault.cutBeforeSend, .cutAfterSend, .cutDuringAnswer(afterBytes: 3)] {
                    for trigger in [FaultTrigger.text("select 1"), .commit] {
                        let database = Database.at(uri)
                        let armed = proxy.arm(fault, when: trigger)
                        let error = await #expect(throws: PostgresError.self) {
                            try await database.transaction(as: .login) { tx in try tx.execute("select 1") }
                        }
                        try await armed.struck()
                        try expectNoSecret(error)
                        database.close()
                    }
                }
            }
        }
    }

    @Test(
        "a connection string that libpq cannot read is not quoted",
        arguments: [
            "postgresql://app:planted@[::1/city", "postgresql://app:planted%zz@localhost/city",
            "postgresql://app:planted%00@localhost/city", "postgresql://localhost/city?password=planted%zz",
            "postgresql://localhost/city?password=planted=more", "postgresql://localhost/city?pasword=planted",
            "host=localhost password=right planted", "host=localhost password='planted",
            "host=localhost password = planted more = words", "postgresql://app:right@planted@localhost/city",
            "postgresql://app:right/planted@localhost/city", "postgresql://app:planted/more@localhost/city",
            "postgresql://app:ri?ght@planted@localhost/city", "host=app:planted@localhost dbname=city",
            "postgresql://app:planted@localhost:port/city", "host=localhost port=planted",
            "hostaddr=app:planted@127.0.0.1", "dbname=postgresql://app:planted@localhost/city",
            "host=localhost user=app:planted", "postgresql://app%3Aplanted@localhost/city", "postgresql://app:12345678",
        ]
    )
    func unreadable(_ uri: String) async throws {
        let database = Database.at(uri)
        let error = await #expect(throws: PostgresError.self) { try await database.pid() }
        #expect(error?.name == "invalidConfiguration" && database.statistics.open == 0)
        #expect(error?.isRetryable == false && error?.isUnavailable == false && error?.wasSent == false)
        try expectNoSecret(error)
        database.close()
    }

    @Test(
        "what looks like a slip but is none reaches libpq",
        arguments: [
            "postgresql://app:pl%40nt%2Fed@127.0.0.1:1/city", "postgresql://app@127.0.0.1:1,127.0.0.1:1/city",
            "postgresql://app:pw@127.0.0.1:1\n", "host=127.0.0.1,127.0.0.1 port='1, +1'",
            "postgresql:///city?host=/nonexistent/a%40b&port=1", "host=@abstract port=1 password=p@/",
            "host=127.0.0.1 port=1",
        ]
    )
    func noSlip(_ uri: String) async throws {
        #expect(try #require(await Database.at(uri).refusal()).name == "connectFailed")
    }
}

extension PostgresError {
    /// What Foundation shows of it.
    fileprivate var localizedText: String { (self as any Error).localizedDescription }
}
