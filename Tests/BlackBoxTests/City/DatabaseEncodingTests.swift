import LocalServer
import TestSupport
import Testing

@Suite("The database's encoding", .timeLimit(.minutes(20)))
struct DatabaseEncodingTests {
    @Test(
        "a database that is not UTF-8 is refused before anything is made in it",
        arguments: ["LATIN1", "SQL_ASCII", "WIN1252", "EUC_JP"]
    )
    func encoding(_ encoding: String) async throws {
        let name = "encoding_\(encoding.lowercased())"
        let server = TestServer.shared.server.uri(database: "postgres", user: "mutasi_super")
        let made = "create database \(name) encoding '\(encoding)' template template0 lc_collate 'C' lc_ctype 'C'"
        _ = try await TestServer.shared.psql(made, uri: server)
        let uri = TestServer.shared.server.uri(database: name, user: "mutasi_super")
        let result = try await Program.built("mutasi").run(["db", "init", "--database", uri])
        #expect(result.status == 78, "\(result.standardError)")
        #expect(result.standardError.contains("the database's encoding is \(encoding), mutasi needs UTF8"))
        #expect(result.standardError.contains("createdb -E UTF8 -T template0"))
        let left = try await TestServer.shared.psql("select to_regnamespace('medan') is null", uri: uri)
        #expect(left == "t\n")
        _ = try await TestServer.shared.psql("drop database \(name)", uri: server)
    }
}
