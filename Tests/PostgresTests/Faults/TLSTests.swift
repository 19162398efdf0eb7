import LocalServer
import Postgres
import TestSupport
import Testing

@Suite("Faults: TLS", .timeLimit(.minutes(20)))
struct TLSTests {
    /// A server that admits `app` over TLS only.
    private func stage(_ body: (ScratchServer, Certificates) async throws -> Void) async throws {
        let certificates = try await Certificates.shared()
        try await ScratchServer.with(
            access: ["hostssl all all 127.0.0.1/32 scram-sha-256", "hostnossl all all 127.0.0.1/32 reject"],
            network: true,
            certificates: certificates
        ) { server in
            try await server.createRole("app", password: "right-secret")
            try await body(server, certificates)
        }
    }

    private func uri(_ server: ScratchServer, _ parameters: [String: String]) -> String {
        server.networkURI(user: "app", password: "right-secret", parameters)
    }

    @Test("the modes that ask for TLS get it, and verification finds the server to be who it is")
    func works() async throws {
        try await stage { server, certificates in
            for parameters in [
                ["sslmode": "require"],
                ["sslmode": "verify-ca", "sslrootcert": certificates.authority],
                ["sslmode": "verify-full", "sslrootcert": certificates.authority],
                ["sslmode": "verify-full", "sslrootcert": certificates.authority, "host": "localhost"],
            ] {
                let database = Database.at(uri(server, parameters))
                let (isEncrypted, version) = try await database.transaction(as: .login) { tx in
                    try tx.one(
                        "select ssl, version from pg_stat_ssl where pid = pg_backend_pid()",
                        as: (Bool, String).self
                    )
                }
                #expect(isEncrypted && version.hasPrefix("TLSv1."), "\(parameters)")
                database.close()
            }
        }
    }

    @Test("a certificate of another authority, and one for another name, are refused with words that say so")
    func refused() async throws {
        try await stage { server, certificates in
            let stranger = ["sslmode": "verify-full", "sslrootcert": certificates.otherAuthority]
            let unknown = await Database.at(uri(server, stranger)).refusal()
            #expect(unknown?.description.contains("certificate verify failed") == true)

            let mistaken = [
                "sslmode": "verify-full", "sslrootcert": certificates.authority, "host": "city.example",
                "hostaddr": "127.0.0.1",
            ]
            let named = await Database.at(uri(server, mistaken)).refusal()
            #expect(named?.description.contains("does not match host name \"city.example\"") == true)

            let absent = ["sslmode": "verify-full", "sslrootcert": "/nowhere/authority.crt"]
            let missing = await Database.at(uri(server, absent)).refusal()
            #expect(missing?.description.contains("/nowhere/authority.crt") == true)
        }
    }

    @Test("a server that wants TLS refuses who does not, and the other way round")
    func wanted() async throws {
        try await stage { server, _ in
            let error = await Database.at(uri(server, ["sslmode": "disable"])).refusal()
            #expect(error?.sqlState == SQLState("28000"))
            #expect(error?.isUnavailable == false)
        }
        try await ScratchServer.with(network: true) { server in
            try await server.createRole("app", password: "right-secret")
            let error = await Database.at(uri(server, ["sslmode": "require"])).refusal()
            #expect(error?.description.contains("server does not support SSL") == true)
        }
    }

    @Test("a cancelled statement stops over TLS, too, and the connection goes on")
    func cancelled() async throws {
        try await stage { server, _ in
            let database = Database.at(uri(server, ["sslmode": "require"]), application: "encrypted")
            let task = Task {
                try await database.transaction(as: .login, options: TransactionOptions(timeout: .seconds(300))) { tx in
                    try tx.execute("select pg_sleep(250)")
                }
            }
            let watch = Watch(database: server.superuser())
            let pid = try await watch.pid(of: "encrypted", running: "pg_sleep(250)")
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.name == "cancelled")
            try await watch.until(
                "select not exists (select from pg_stat_activity where pid = \(pid) and state <> 'idle')"
            )
            #expect(try await database.pid() == pid)
            database.close()
            watch.database.close()
        }
    }

    @Test("big answers and big parameters pass through TLS whole, and a stream that is left is left")
    func volume() async throws {
        try await stage { server, _ in
            struct Enough: Error {}
            let database = Database.at(uri(server, ["sslmode": "require"]))
            let word = String(repeating: "0123456789abcdef", count: 1 << 17)
            try await database.transaction(as: .login) { tx in
                let answer = try tx.one("select \(word)", as: String.self)
                #expect(answer == word)
                #expect(throws: Enough.self) {
                    try tx.stream("select g from generate_series(1, 100000) g") { _ in throw Enough() }
                }
                let count = try tx.one("select 1", as: Int.self)
                #expect(count == 1)
            }
            database.close()
        }
    }
}
