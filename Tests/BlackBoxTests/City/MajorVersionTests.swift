import Foundation
import TestSupport
import Testing

/// PostgreSQL 18 has other rules than 15 about which roles may change others. The suite is skipped on a machine that
/// cannot fetch it (`deploy/install-prerequisites tests` says so).
@Suite(
    "Another major version of PostgreSQL",
    .timeLimit(.minutes(20)),
    .enabled(if: OtherMajorVersion.programs != nil, "no PostgreSQL 18: see deploy/install-prerequisites tests")
)
struct MajorVersionTests {
    private static let role = "medan_agency_1_siasn"
    private static let people = "select count(*) from own_person"

    /// A city with two agencies, three people in the first.
    private func make(_ server: PrivateServer) async throws {
        try expect(await server("db", "init"))
        for code in ["dinkes", "dlh"] {
            try expect(await server("agency", "add", code, "--name", "Dinas \(code)", "--kind", "dinas"))
        }
        try expect(await server("cycle", "add", "2026-Q3"))
        let numbers = 1...3
        for (kind, header, lines) in [
            ("people", SampleFile.peopleHeader, numbers.map { SampleFile.person($0) }),
            ("posts", SampleFile.postsHeader, numbers.map { SampleFile.post($0) }),
            ("ratings", SampleFile.ratingsHeader, numbers.map { SampleFile.rating($0, 2, 2) }),
            ("assessments", SampleFile.assessmentsHeader, numbers.map { SampleFile.assessment($0, "80", "70") }),
        ] {
            let path = try SampleFile.write(([header] + lines).joined(separator: "\n") + "\n")
            try expect(await server("import", kind, path, "--agency", "dinkes"))
            try FileManager.default.removeItem(atPath: path)
        }
    }

    private func expect(
        _ result: Program.Result,
        ends status: Int32 = 0,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        try #require(
            result.status == status,
            "\(result.standardOutput)\(result.standardError)",
            sourceLocation: location
        )
    }

    private func expectClean(_ server: PrivateServer, at location: SourceLocation = #_sourceLocation) async throws {
        try expect(await server("db", "check"), at: location)
    }

    /// Logins, made, shut and opened in every way, as the agency's tool sees them.
    private func useLogins(_ server: PrivateServer, inherited: String?) async throws {
        if let inherited {
            #expect(try await server.psql(Self.people, user: Self.role, password: inherited) == "3\n")
        } else {
            try expect(await server("login", "add", "siasn", "--agency", "dinkes"))
        }
        let rotated = try await server("login", "rotate", "siasn", "--agency", "dinkes")
        try expect(rotated)
        let password = rotated.standardOutput
        #expect(try await server.psql(Self.people, user: Self.role, password: password) == "3\n")

        try expect(await server("agency", "suspend", "dinkes"))
        await #expect(throws: PsqlFailure.self) {
            try await server.psql(Self.people, user: Self.role, password: password)
        }
        try await expectClean(server)
        try expect(await server("agency", "resume", "dinkes"))
        #expect(try await server.psql(Self.people, user: Self.role, password: password) == "3\n")

        let old = try await server("login", "add", "old", "--agency", "dinkes", "--valid-through", "2026-01-31")
        try expect(old)
        await #expect(throws: PsqlFailure.self) {
            try await server.psql("select 1", user: "medan_agency_1_old", password: old.standardOutput)
        }
        for label in ["old", "siasn"] {
            try expect(await server("login", "revoke", label, "--agency", "dinkes"))
        }
        await #expect(throws: PsqlFailure.self) {
            try await server.psql("select 1", user: Self.role, password: password)
        }
        #expect(try await server.psql("select count(*) from pg_roles where rolname ~ '^medan_agency_1_'") == "0\n")
        try await expectClean(server)
    }

    @Test("a city on 18: logins, a cycle, the trail and the checks work as on 15")
    func wholeCity() async throws {
        try await PrivateServer.with(programs: OtherMajorVersion.programs) { server in
            #expect(try await server.psql("select current_setting('server_version_num')::integer / 10000") == "18\n")
            try await make(server)
            try await expectClean(server)
            try await useLogins(server, inherited: nil)
            try expect(await server("cycle", "run", "2026-Q3"))
            #expect(try await server.psql("select count(*) from medan.talent_placement") == "3\n")
            try expect(await server.work())
            try expect(await server("audit", "verify"))
            #expect(try await server.psql("select count(*) > 0 from medan.audit_seal") == "t\n")
            let again = try await server("db", "init")
            #expect(again.status == 0 && again.standardError == "the schema is up to date\n")
            try await expectClean(server)
        }
    }

    /// Follows deploy/README. Programs of either server may dump the roles, and they write the grantors differently:
    /// 15's names the grantor before he may grant, 18's leaves him out.
    @Test("a city moves from this machine's PostgreSQL to 18 by its dump", arguments: [false, true])
    func moved(rolesByNewer: Bool) async throws {
        try await PrivateServer.with { source in
            try await make(source)
            let login = try await source("login", "add", "siasn", "--agency", "dinkes")
            try expect(await source.work())
            try expect(await source("agency", "suspend", "dlh"))
            _ = try await source.psql("create role medan_dump login in role medan_backup")
            let folder = try ScratchDirectory()
            let (dump, roles) = (folder.file("mutasi.dump"), folder.file("roles.sql"))
            try expect(
                await source.run("pg_dump", "--role=medan_backup", "--format=custom", "--file", dump, "mutasi")
            )
            let dumper = rolesByNewer ? OtherMajorVersion.programs : nil
            try expect(await source.run("pg_dumpall", of: dumper, "--roles-only", "--file", roles))
            try await PrivateServer.with(programs: OtherMajorVersion.programs) { target in
                try await restore(target, dump: dump, roles: roles)
                let found = try await target("db", "check")
                #expect(found.status == 2 && found.standardOutput.contains("database_open"))
                #expect(found.standardOutput.contains("agency_role_missing"))
                if rolesByNewer {
                    #expect(found.standardOutput.contains("cannot be taken out of medan_agency: mutasi_super"))
                    let refused = try await target("agency", "suspend", "dinkes")
                    #expect(refused.status == 65 && refused.standardError.contains("mutasi db init"))
                } else {
                    #expect(found.standardOutput.contains("is not a member of medan_agency"))
                }
                let mended = try await target("db", "init")
                try expect(mended)
                #expect(mended.standardError.contains("mended the role \(Self.role)"))
                try await expectClean(target)
                #expect(
                    try await target.psql(
                        """
                        select a.state, pg_has_role('medan_agency_' || a.agency_id, 'medan_agency', 'member')
                        from medan.agency a order by a.agency_id
                        """
                    ) == "active|t\nsuspended|f\n"
                )
                try await useLogins(target, inherited: login.standardOutput)
                try expect(await target("agency", "resume", "dlh"))
                try expect(await target("audit", "verify"))
                try expect(await target.work())
                try await expectClean(target)
            }
            folder.remove()
        }
    }

    private func restore(_ server: PrivateServer, dump: String, roles: String) async throws {
        // Some roles exist already, and some grants name roles that may not grant yet: psql goes on.
        try expect(await server.run("psql", "--no-psqlrc", "--quiet", "--dbname", "postgres", "--file", roles))
        try expect(await server.run("dropdb", "mutasi"))
        try expect(await server.run("createdb", "mutasi"))
        try expect(await server.run("pg_restore", "--dbname", "mutasi", "--exit-on-error", dump))
    }

    @Test("a server without PostgreSQL's additional modules ends with 78, and the missing package is named")
    func withoutModules() async throws {
        let programs = try #require(OtherMajorVersion.programs)
        let folder = try ScratchDirectory()
        // The user who runs the server reads it, too.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
        let install = URL(filePath: programs).deletingLastPathComponent()
        let package = install.deletingLastPathComponent()
        for part in [package.path, package.path + ".libs"] where FileManager.default.fileExists(atPath: part) {
            try FileManager.default.copyItem(atPath: part, toPath: folder.file(URL(filePath: part).lastPathComponent))
        }
        let copy = URL(filePath: folder.file(package.lastPathComponent)).appending(path: install.lastPathComponent)
        let names = try #require(FileManager.default.enumerator(atPath: copy.path))
        let modules = names.compactMap { $0 as? String }.filter { $0.hasSuffix("/btree_gist.control") }
        #expect(modules.count == 1)
        for name in modules { try FileManager.default.removeItem(at: copy.appending(path: name)) }
        try await PrivateServer.with(programs: copy.appending(path: "bin").path) { server in
            let result = try await server("db", "init")
            #expect(result.status == 78)
            #expect(result.standardError.contains("no extension btree_gist"))
            #expect(result.standardError.contains("hint: install PostgreSQL's additional modules"))
            #expect(result.standardError.contains("postgresql-contrib"))
            #expect(try await server.psql("select count(*) from pg_roles where rolname ~ '^medan'") == "0\n")
        }
        folder.remove()
    }
}
