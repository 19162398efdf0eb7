import Foundation
import Testing

@testable import LocalServer

@Suite("A local server's address")
struct AddressTests {
    @Test("names directory, port, database and role, all escaped")
    func uri() {
        let server = LocalServer(directory: "/tmp/a b/é&?%/")
        #expect(server.directory == "/tmp/a b/é&?%")
        #expect(
            server.uri(database: "city/x", user: "a@b")
                == "postgresql:///city%2Fx?host=%2Ftmp%2Fa%20b%2F%C3%A9%26%3F%25&port=5432&user=a%40b"
        )
    }

    @Test("is MUTASI_LOCAL_DIRECTORY, else the user's own place for data")
    func defaultDirectory() {
        #expect(LocalServer.defaultDirectory(environment: ["MUTASI_LOCAL_DIRECTORY": "/x", "HOME": "/h"]) == "/x")
        let root = geteuid() == 0 ? "/var/lib/mutasi/local" : nil
        let home = ["MUTASI_LOCAL_DIRECTORY": "", "HOME": "/h", "XDG_DATA_HOME": "relative"]
        #expect(LocalServer.defaultDirectory(environment: home) == root ?? "/h/.local/share/mutasi/local")
        let data = ["HOME": "/h", "XDG_DATA_HOME": "/d"]
        #expect(LocalServer.defaultDirectory(environment: data) == root ?? "/d/mutasi/local")
    }

    @Test("is reachable through the socket only, whatever the settings say")
    func structuralSettings() throws {
        let file = try ConfigurationFile.settings(
            ["listen_addresses": "*", "work_mem": "1MB", "search_path": "it's \\ here"],
            socketDirectory: "/tmp/x"
        )
        let lines = file.text.split(separator: "\n")
        #expect(lines.contains("listen_addresses = ''"))
        #expect(!file.text.contains("'*'"))
        #expect(lines.contains("work_mem = '1MB'"))
        #expect(lines.contains(#"search_path = 'it''s \\ here'"#))
    }
}
