import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// The connection is cut at each message of each change, before the server receives it and after; then the change is
/// asked for again.
@Suite("Interrupted provisioning", .timeLimit(.minutes(20)))
struct InterruptionTests {
    private typealias Step = @Sendable (CityDatabase) async throws -> Void

    /// In the order in which they build on one another.
    private func steps() throws -> [(name: String, Step)] {
        let (day, farDay) = try (#require(CivilDate(iso: "2026-07-01")), #require(CivilDate(iso: "2100-01-01")))
        let codes = try ["baru", "dinkes", "dlh", "dishub"].map { try #require(AgencyCode($0)) }
        let definition = AgencyDefinition(code: codes[0], name: "Dinas Baru", shortName: "DB", kind: "dinas")
        return [
            ("add", { _ = try await Agencies($0).add([definition]) }),
            (
                "rename",
                { _ = try await Agencies($0).rename(codes[0], to: "Dinas Lain", shortName: "DL", from: farDay) }
            ),
            (
                "login add",
                {
                    _ = try await AgencyLogins($0)
                        .add("siasn", to: codes[1], .password, validThrough: nil, connectionLimit: 3)
                }
            ),
            ("login rotate", { _ = try await AgencyLogins($0).rotate("siasn", of: codes[1], validThrough: nil) }),
            ("suspend", { _ = try await Agencies($0).suspend(codes[1]) }),
            ("resume", { _ = try await Agencies($0).resume(codes[1]) }),
            ("login revoke", { _ = try await AgencyLogins($0).revoke("siasn", of: codes[1]) }),
            ("merge", { _ = try await Agencies($0).merge(codes[1], into: codes[2], on: day) }),
            ("close", { _ = try await Agencies($0).close(codes[3]) }),
        ]
    }

    private func stage() async throws -> TestCity {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh", "dishub")
        let people = (1...3).map { SampleFile.person($0) }
        try await city.importLines(.people, SampleFile.peopleHeader, people, to: agencies[0])
        return city
    }

    /// Rows and roles, with codes in place of the numbers.
    private func outcome(_ city: TestCity) async throws -> String {
        try await city.psql(
            """
            select a.code, a.state, m.code from agency a left join agency m on m.agency_id = a.merged_into order by 1;
            select a.code, n.name, upper(n.valid) from agency_name n join agency a using (agency_id) order by 1, 3;
            select a.code, l.label, l.revoked_at is null from agency_login l join agency a using (agency_id) order by 1, 2;
            select a.code, replace(r.rolname, a.agency_id::text, 'N'), r.rolcanlogin, r.rolpassword is null,
                pg_has_role(r.oid, 'medan_agency', 'usage')
            from agency a
            join pg_authid r on r.rolname ~ ('^medan_agency_' || a.agency_id || '(_|$)') order by 1, 2;
            select a.code, p.nip, e.valid
            from employment e join person p using (person_id) join agency a on a.agency_id = e.agency_id order by 1, 2, 3;
            select a.code, p.nip from person p join agency a using (agency_id) order by 1, 2;
            """
        )
    }

    @Test("a change that is cut off at any message is complete when it is asked for again")
    func interruptions() async throws {
        let undisturbed = try await stage()
        for (_, step) in try steps() { try await step(undisturbed.database) }
        let expected = try await outcome(undisturbed)

        let city = try await stage()
        try await FaultProxy.with(to: TestServer.shared.socket) { proxy in
            for (name, step) in try steps() {
                var message = 0
                // Each attempt gets one message further than the one before; the last is not cut.
                while try await attempt(step, on: city, through: proxy, cutAt: message / 2 + 1, message % 2 == 0) {
                    message += 1
                    try #require(message < 200, "\(name): it does not end")
                }
                #expect(message > 10, "\(name): not cut once it had begun")
            }
        }
        #expect(try await outcome(city) == expected)
    }

    /// Returns whether it was cut.
    private func attempt(
        _ step: Step,
        on city: TestCity,
        through proxy: FaultProxy,
        cutAt message: Int,
        _ isBeforeSend: Bool
    ) async throws -> Bool {
        let seen = Tally()
        proxy.arm(
            isBeforeSend ? .cutBeforeSend : .cutAfterSend,
            when: .bytes { _ in seen.add() == message }
        )
        defer { proxy.heal() }
        let database = Database(
            ConnectionOptions(uri: proxy.uri(database: city.name, user: "medan_admin")),
            limits: PoolLimits(maximum: 1)
        )
        defer { database.close() }
        do {
            try await step(CityDatabase(.medan, database))
            return seen.count >= message
        } catch  where seen.count >= message {
            return true
        }
    }
}
