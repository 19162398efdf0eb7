import CityViews
import Postgres
import Reports
import TestSupport
import Testing
import Texts

@testable import CityDatabase

@Suite("Schema view")
struct SchemaViewTests {
    @Test("lists files with their state")
    func files() {
        let table = SchemaView.table([FileStatus(path: "roles.sql", sha256: "ab", state: .pending)])
        #expect(table.rendered(as: .csv, width: nil) == "file,state,sha256\nroles.sql,pending,ab")
        #expect(table.rendered(as: .table, .indonesian, width: nil).contains("belum diterapkan"))
    }

    @Test("a finding has its check's name, and the problem in the reader's language in every form")
    func findings() {
        let finding = CatalogCheck.Finding(check: "owner_reachable", object: "budi", problem: "may take medan_owner")
        let table = SchemaView.table([finding])
        let header = "check,object,problem\n"
        #expect(table.rendered(as: .csv, .english, width: nil) == header + "owner_reachable,budi,may take medan_owner")
        #expect(
            table.rendered(as: .csv, .indonesian, width: nil) == header
                + "owner_reachable,budi,boleh memakai medan_owner"
        )
    }

    @Test("a check is explained in both languages, in lines that fit")
    func explanation() {
        let database = TestServer.shared.superuser(limit: 1)
        defer { database.close() }
        let catalog = CatalogCheck(CityDatabase(.medan, database))
        let english = SchemaView.explanation(of: "owner_reachable", by: catalog, in: .english).split(separator: "\n")
        #expect(english[0] == "owner_reachable" && english[1].hasPrefix("Why: the owner may switch"))
        #expect(english.contains { $0.hasPrefix("Mend: revoke it. Only medan_admin takes medan_owner") })
        let indonesian = SchemaView.explanation(of: "owner_reachable", by: catalog, in: .indonesian)
            .split(separator: "\n")
        #expect(
            indonesian[1].hasPrefix("Mengapa: pemilik boleh") && indonesian.contains { $0.hasPrefix("Perbaikan: ") }
        )
        #expect((english + indonesian).allSatisfy { $0.count <= 118 })
    }
}
