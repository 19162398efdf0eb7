import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

@Suite("Agencies")
struct AgenciesTests {
    private func definition(_ code: String, name: String = "Dinas Kesehatan") throws -> AgencyDefinition {
        AgencyDefinition(code: try #require(AgencyCode(code)), name: name, shortName: "Dinkes", kind: "dinas")
    }

    @Test("adding twice changes nothing and says so")
    func idempotent() async throws {
        let city = try await TestCity.make()
        let agencies = Agencies(city.database)
        let first = try await agencies.add([definition("dinkes"), definition("dlh", name: "DLH")])
        #expect(first.map(\.1) == [.added, .added])
        let second = try await agencies.add([definition("dinkes"), definition("dlh", name: "DLH")])
        #expect(second.map(\.1) == [.unchanged, .unchanged])
        #expect(try await agencies.list().map(\.code.description) == ["dinkes", "dlh"])
        #expect(try await city.psql("select count(*) from agency_name") == "2\n")
    }

    @Test("a dry run says what would change and changes nothing")
    func dryRun() async throws {
        let city = try await TestCity.make()
        let agencies = Agencies(city.database)
        #expect(try await agencies.add([definition("dinkes")], dryRun: true).map(\.1) == [.added])
        #expect(try await agencies.list().isEmpty)
    }

    @Test("a contradiction refuses the whole file")
    func conflict() async throws {
        let city = try await TestCity.make()
        let agencies = Agencies(city.database)
        _ = try await agencies.add([definition("dinkes")])
        await #expect(throws: CityError.self) {
            try await agencies.add([definition("dlh", name: "DLH"), definition("dinkes", name: "Another")])
        }
        #expect(try await agencies.list().map(\.code.description) == ["dinkes"])
    }

    @Test("the provisioner sees no tenant data, and the personnel agency provisions nothing")
    func separation() async throws {
        let city = try await TestCity.make()
        let read = await #expect(throws: PostgresError.self) {
            try await city.database.transaction(as: .provisioner) { tx in
                try tx.all("select nip from person", as: String.self)
            }
        }
        #expect(read?.sqlState == .insufficientPrivilege)
        let write = await #expect(throws: PostgresError.self) {
            try await city.database.transaction(as: .personnel) { tx in
                try tx.execute("insert into agency (code, kind) values ('x1', 'dinas')")
            }
        }
        #expect(write?.sqlState == .insufficientPrivilege)
    }

    @Test("a renamed agency keeps its earlier name for earlier days")
    func renamed() async throws {
        let city = try await TestCity.make()
        let agencies = Agencies(city.database)
        let code = try await city.add("dinkes")[0].code
        let day = try #require(CivilDate(iso: "2027-01-01"))
        let eve = try #require(CivilDate(iso: "2026-12-31"))
        #expect(try await agencies.rename(code, to: "Dinas Baru", shortName: "DB", from: day, dryRun: true) == .changed)
        #expect(try await agencies.find(code, on: day).name == "Dinas dinkes")
        #expect(try await agencies.rename(code, to: "Dinas Baru", shortName: "DB", from: day) == .changed)
        #expect(try await agencies.rename(code, to: "Dinas Baru", shortName: "DB", from: day) == .unchanged)
        #expect(try await agencies.find(code, on: eve).name == "Dinas dinkes")
        #expect(try await agencies.find(code, on: day).name == "Dinas Baru")
        await #expect(throws: CityError.self) {
            try await agencies.rename(code, to: "Lain", shortName: "L", from: eve)
        }
    }
}
