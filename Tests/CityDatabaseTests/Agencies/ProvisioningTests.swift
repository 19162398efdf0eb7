import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

/// Agencies and their logins, as the server sees them.
@Suite("Provisioning", .timeLimit(.minutes(20)))
struct ProvisioningTests {
    private struct Stage {
        let city: TestCity
        let agencies: [Agency]
        let logins: AgencyLogins

        func psql(_ statement: String, _ credentials: AgencyLogins.Credentials) async throws -> String {
            try await city.psql(statement, user: credentials.role, password: credentials.password)
        }
    }

    /// Three agencies with a person each, and roles that no other test uses.
    private func stage() async throws -> Stage {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh", "dishub")
        for (index, agency) in agencies.enumerated() {
            let lines = [SampleFile.person(index + 1)]
            try await city.importLines(.people, SampleFile.peopleHeader, lines, to: agency)
        }
        return Stage(city: city, agencies: agencies, logins: AgencyLogins(city.database))
    }

    private func add(
        _ stage: Stage,
        _ label: String = "siasn",
        to index: Int = 0
    ) async throws -> AgencyLogins.Credentials {
        try await stage.logins
            .add(label, to: stage.agencies[index].code, .password, validThrough: nil, connectionLimit: 3)
    }

    @Test("a login sees its agency's rows with the password that was shown once, and with no other")
    func passwords() async throws {
        let stage = try await stage()
        let first = try await add(stage)
        #expect(first.outcome == .added && first.password?.count == 24)
        #expect(try await stage.psql("select nip from own_person", first) == "\(SampleFile.nip(1))\n")
        let again = try await add(stage)
        #expect(again.outcome == .unchanged && again.password == nil)
        let rotated = try await stage.logins.rotate("siasn", of: stage.agencies[0].code, validThrough: nil)
        await #expect(throws: PsqlFailure.self) { try await stage.psql("select 1", first) }
        #expect(try await stage.psql("select nip from own_person", rotated) == "\(SampleFile.nip(1))\n")
        #expect(try await stage.logins.revoke("siasn", of: stage.agencies[0].code) == .changed)
        await #expect(throws: PsqlFailure.self) { try await stage.psql("select 1", rotated) }
        #expect(try await stage.logins.revoke("siasn", of: stage.agencies[0].code) == .unchanged)
        #expect(try await stage.logins.list(in: .agency(stage.agencies[0])).map(\.state) == [.revoked])
        // The server has a verifier; nobody has the password.
        let third = try await add(stage)
        let stored = try await stage.city.psql("select rolpassword from pg_authid where rolname = '\(third.role)'")
        #expect(stored.hasPrefix("SCRAM-SHA-256$4096:"))
        #expect(third.password != first.password && third.password != rotated.password)
    }

    @Test("a dry run changes nothing and shows no password; invalid values are refused")
    func refusals() async throws {
        let stage = try await stage()
        let code = stage.agencies[0].code
        let rehearsed = try await stage.logins
            .add("siasn", to: code, .password, validThrough: nil, connectionLimit: 3, dryRun: true)
        #expect(rehearsed.password == nil && rehearsed.outcome == .added)
        #expect(try await stage.logins.list(in: .city).isEmpty)
        #expect(try await stage.city.psql("select count(*) from pg_roles where rolname = '\(rehearsed.role)'") == "0\n")
        for label in ["", "Upper", "1st", "with_line", "x; drop role", "thirteenchars"] {
            await #expect(throws: CityError.self, "\(label)") { try await add(stage, label) }
        }
        await #expect(throws: CityError.self) { try await stage.logins.rotate("siasn", of: code, validThrough: nil) }
        _ = try await add(stage)
        await #expect(throws: CityError.self) {
            try await stage.logins.add("siasn", to: code, .password, validThrough: nil, connectionLimit: 4)
        }
    }

    @Test("a login with a certificate has no password, and an expired one is refused and listed as such")
    func otherLogins() async throws {
        let stage = try await stage()
        let code = stage.agencies[0].code
        let bridge = try await stage.logins
            .add("bridge", to: code, .certificate(name: "bridge.example"), validThrough: nil, connectionLimit: 3)
        #expect(bridge.password == nil)
        #expect(
            try await stage.city.psql("select rolpassword is null from pg_authid where rolname = '\(bridge.role)'")
                == "t\n"
        )
        let past = try #require(CivilDate(iso: "2026-01-31"))
        let expired = try await stage.logins
            .add("old", to: code, .password, validThrough: past, connectionLimit: 3)
        await #expect(throws: PsqlFailure.self) { try await stage.psql("select 1", expired) }
        let listed = try await stage.logins.list(in: .agency(stage.agencies[0]))
        #expect(listed.map(\.label) == ["bridge", "old"] && listed.map(\.state) == [.active, .expired])
        #expect(listed.map(\.certificateName) == ["bridge.example", nil] && listed.map(\.validThrough) == [nil, past])
    }

    @Test("a suspended agency's logins see nothing, their running work is ended, and the pool shows nothing of it")
    func suspension() async throws {
        let stage = try await stage()
        let (own, other) = (try await add(stage), try await add(stage, to: 1))
        let agencies = Agencies(stage.city.database)
        let code = stage.agencies[0].code
        let id = stage.agencies[0].id
        let uri = stage.city.uri(user: own.role) + "&password=\(try #require(own.password))"
        let direct = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
        let watch = stage.city.superuser
        // One statement runs; the suspension ends it, not its own time limit.
        let running = Task {
            try await direct.transaction(as: .login) { tx in try tx.execute("select pg_sleep(300) from own_person") }
        }
        while try await !watch.transaction(
            as: .login,
            { tx in
                try tx.one(
                    "select exists (select from pg_stat_activity where usename = \(own.role) and wait_event = 'PgSleep')",
                    as: Bool.self
                )
            }
        ) { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await agencies.suspend(code) == .changed)
        let ended = await #expect(throws: PostgresError.self) { try await running.value }
        #expect(ended?.sqlState == SQLState("57P01"))
        await #expect(throws: PsqlFailure.self) { try await stage.psql("select nip from own_person", own) }
        #expect(try await stage.psql("select nip from own_person", other) == "\(SampleFile.nip(2))\n")
        let pool = stage.city.database
        let seen = try await pool.transaction(as: .agency(id)) { tx in
            try tx.all("select nip from person", as: String.self)
        }
        #expect(seen.isEmpty)
        let planted = await #expect(throws: PostgresError.self) {
            try await pool.transaction(as: .agency(id)) { tx in
                try tx.execute("insert into org_unit (agency_id, siasn_id, name) values (\(id), 'u', 'u')")
            }
        }
        #expect(planted?.sqlState == .insufficientPrivilege)
        #expect(try await agencies.suspend(code) == .unchanged)
        #expect(try await agencies.resume(code) == .changed)
        #expect(try await stage.psql("select nip from own_person", own) == "\(SampleFile.nip(1))\n")
        direct.close()
        watch.close()
    }

    @Test("changes by hand are mended when the same is asked for again")
    func mended() async throws {
        let stage = try await stage()
        let login = try await add(stage)
        let role = "medan_agency_\(stage.agencies[0].id)"
        // Roles belong to the whole server: the checks of another suite's city do not find this drift.
        _ = try await stage.city
            .psql("revoke medan_agency from \(role); alter role \(role) connection limit 9 noinherit")
        await #expect(throws: PsqlFailure.self) { try await stage.psql("select nip from own_person", login) }
        _ = try await Agencies(stage.city.database)
            .add([
                AgencyDefinition(
                    code: stage.agencies[0].code,
                    name: stage.agencies[0].name,
                    shortName: stage.agencies[0].shortName,
                    kind: "dinas"
                )
            ])
        #expect(try await stage.psql("select nip from own_person", login) == "\(SampleFile.nip(1))\n")
        let attributes = "select rolcanlogin, rolinherit, rolconnlimit from pg_roles where rolname = '\(role)'"
        #expect(try await stage.city.psql(attributes) == "f|t|0\n")
    }

    @Test("a rotation removes an intruder's settings from the login, and ends the sessions that go on changing them")
    func rotatedSettings() async throws {
        let stage = try await stage()
        let code = stage.agencies[0].code
        let stolen = try await add(stage)
        let role = stolen.role
        for change in ["set search_path = pg_temp", "in database \(stage.city.name) set statement_timeout = '1ms'"] {
            _ = try await stage.psql("alter role current_user \(change)", stolen)
        }
        await #expect(throws: PsqlFailure.self) {
            // Without the path of `psql()` here: the agency's tool sets none of its own.
            try await TestServer.shared.psql(
                "select nip from own_person",
                uri: stage.city.uri(user: role),
                environment: ["PGPASSWORD": try #require(stolen.password)]
            )
        }
        let found = try await CatalogCheck(stage.city.database).findings()
        #expect(Set(found.map(\.check)) == ["login_settings"] && found.allSatisfy { $0.object.hasPrefix(role) })

        // The intruder changes the password again and again, from a session that knows the old one, until that is
        // ended.
        let uri = stage.city.uri(user: role) + "&password=\(try #require(stolen.password))"
        let direct = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
        let begun = Gate()
        let intruder = Task {
            defer { begun.open() }
            while true {
                try await direct.transaction(as: .login) { tx in
                    try tx.run(SQLScript(name: "x", uncheckedText: "alter role current_user password 'x'"))
                    begun.open()
                    // Held, like the row of a transaction that is left open.
                    try tx.execute("select pg_sleep(0.05)")
                }
            }
        }
        await begun.pass()
        let rotated = try await stage.logins.rotate("siasn", of: code, validThrough: nil)
        await #expect(throws: (any Error).self) { try await intruder.value }
        direct.close()
        let seen = try await TestServer.shared.psql(
            "select nip from own_person",
            uri: stage.city.uri(user: role),
            environment: ["PGPASSWORD": try #require(rotated.password)]
        )
        #expect(seen == "\(SampleFile.nip(1))\n")
        await #expect(throws: PsqlFailure.self) {
            try await stage.city.psql("select 1", user: role, password: "x")
        }
        #expect(try await CatalogCheck(stage.city.database).findings() == [])
    }

    @Test("a password that a login gave itself is found until it is rotated, and nobody reads the server's copy")
    func changedPassword() async throws {
        let stage = try await stage()
        let (login, code) = (try await add(stage), stage.agencies[0].code)
        let bridge = try await stage.logins
            .add("bridge", to: code, .certificate(name: "b"), validThrough: nil, connectionLimit: 3)
        let catalog = CatalogCheck(stage.city.database)
        #expect(try await catalog.findings() == [])
        _ = try await stage.psql("alter role current_user password 'x'", login)
        // A login with a certificate can do this as well.
        _ = try await stage.city.psql("alter role \(bridge.role) password 'x'")
        #expect(
            try await catalog.findings().map { "\($0.check) \($0.object)" }.sorted()
                == [bridge.role, login.role].map { "login_password_changed \($0)" }
        )
        #expect(try await stage.logins.revoke("bridge", of: code) == .changed)
        // The state of a login that is older than the fingerprints.
        _ = try await stage.city.psql("delete from login_fingerprint")
        #expect(try await catalog.findings() == [])
        _ = try await stage.logins.rotate("siasn", of: code, validThrough: nil)
        #expect(try await catalog.findings() == [])
        _ = try await stage.city.psql("alter role \(login.role) password null")
        #expect(try await catalog.findings().map(\.object) == [login.role])

        let id = stage.agencies[0].id
        for principal: Principal in [.owner, .provisioner, .personnel, .mover, .auditor, .worker, .agency(id)] {
            // The owner owns the table, but row security shows it none of the rows.
            let own = principal == .owner ? [] : ["select from login_fingerprint"]
            for statement in own + ["select from pg_authid", "select from login_verifiers()"] {
                let error = await #expect(throws: PostgresError.self, "\(principal): \(statement)") {
                    try await stage.city.database.transaction(as: principal) { tx in
                        try tx.run(SQLScript(name: "attack", uncheckedText: statement))
                    }
                }
                #expect(error?.sqlState == .insufficientPrivilege)
            }
        }
    }

    @Test("db init gives agencies and logins the roles that their rows say, and names those it mended")
    func mendedRoles() async throws {
        let stage = try await stage()
        let agencies = Agencies(stage.city.database)
        let login = try await add(stage)
        let bridge = try await stage.logins
            .add("bridge", to: stage.agencies[0].code, .certificate(name: "b"), validThrough: nil, connectionLimit: 3)
        let (first, second, third) = (login.role, stage.agencies[1].id, stage.agencies[2].id)
        _ = try await agencies.suspend(stage.agencies[2].code)
        _ = try await stage.city.psql(
            """
            revoke medan_agency_\(stage.agencies[0].id) from \(first); drop role medan_agency_\(second); \
            grant medan_agency to medan_agency_\(third); alter role \(bridge.role) set row_security = off; \
            alter role \(bridge.role) set statement_timeout = 0; alter role \(bridge.role) set work_mem = '1GB'
            """
        )
        let superuser = stage.city.superuser
        let city = CityDatabase(.medan, superuser)
        let found = try await CatalogCheck(city).findings()
        let broken = [first, "medan_agency_\(second)", "medan_agency_\(third)", bridge.role]
        #expect(Set(found.map(\.object)) == Set(broken))
        #expect(Set(found.map(\.check)) == ["agency_role_missing", "login_settings"])
        let mended = Tally()
        try await Schema(city)
            .create { step in
                if case .mended(let role) = step, broken.contains(role) { _ = mended.add() }
            }
        #expect(mended.count == broken.count)
        #expect(try await CatalogCheck(city).findings() == [])
        #expect(try await stage.psql("select nip from own_person", login) == "\(SampleFile.nip(1))\n")
        try await Schema(city)
            .create { step in
                if case .mended(let role) = step { Issue.record("\(role) was mended twice") }
            }
        superuser.close()
    }

    @Test("an existing role becomes a login only when an earlier login of the agency left it behind")
    func leftOver() async throws {
        let stage = try await stage()
        let stem = "medan_agency_\(stage.agencies[0].id)"
        // A role that drop_login leaves when something depends on it, and a role that owns something and belongs to
        // nobody.
        _ = try await stage.city.psql(
            """
            create role \(stem)_left nologin connection limit 0; create schema remains authorization \(stem)_left; \
            create role \(stem)_own login; create schema property authorization \(stem)_own; \
            create role \(stem)_bare login; alter role \(stem)_bare set row_security = off
            """
        )
        for label in ["left", "bare"] {
            let taken = try await add(stage, label)
            #expect(try await stage.psql("select nip from own_person", taken) == "\(SampleFile.nip(1))\n")
        }
        let refused = await #expect(throws: CityError.self) { try await add(stage, "own") }
        #expect(refused == CityError(.loginRoleTaken, ["role": "\(stem)_own"]))
        #expect(try await stage.logins.list(in: .city).map(\.label) == ["bare", "left"])
        _ = try await stage.city.psql("drop schema property; drop role \(stem)_own")
        #expect(try await CatalogCheck(stage.city.database).findings() == [])
    }

    @Test("the provisioner makes only agencies' roles")
    func narrow() async throws {
        let stage = try await stage()
        for statement in [
            "create role medan_intruder", "grant medan_backup to medan_provisioner", "grant medan_owner to medan_admin",
            "alter role medan_backup login", "set local role medan_definer", "alter role medan_admin createrole",
            "select create_login(\(stage.agencies[0].id), 'x', 'in clear text', null, 1)",
            "select create_login(\(stage.agencies[0].id), 'ghost', null, null, -1)",
            "select create_login(0, 'x', null, null, 1)", "select drop_login(\(stage.agencies[0].id), null)",
            "select login_role(1, 'x\"; grant medan_backup to public')",
        ] {
            await #expect(throws: (any Error).self, "\(statement)") {
                try await stage.city.database.transaction(as: .provisioner) { tx in
                    try tx.run(SQLScript(name: "attack", uncheckedText: statement))
                }
            }
        }
        let error = await #expect(throws: PostgresError.self) {
            try await stage.city.database.transaction(as: .personnel) { tx in
                try tx.execute("select drop_login(\(stage.agencies[0].id), 'siasn')")
            }
        }
        #expect(error?.sqlState == .insufficientPrivilege)
    }

    @Test("an agency is not closed while people serve there, nor while a person is just arriving")
    func closing() async throws {
        let stage = try await stage()
        let agencies = Agencies(stage.city.database)
        let code = stage.agencies[0].code
        let refused = await #expect(throws: CityError.self) { try await agencies.close(code, dryRun: true) }
        #expect(refused == CityError(.agencyPeopleRemain, ["agency": "dinkes", "count": 1]))

        _ = try await stage.city.add("kosong")
        let empty = try await agencies.find(try #require(AgencyCode("kosong")))
        #expect(try await agencies.close(empty.code, dryRun: true) == .changed)
        let (arrived, committed) = (Gate(), Gate())
        let arrival = Task {
            defer { arrived.open() }
            try await stage.city.database.transaction(as: .agency(empty.id)) { tx in
                // Imports take the same lock.
                try tx.execute("select lock_people()")
                try tx.execute(
                    """
                    with p as (
                        insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, legal_status)
                        values (\(empty.id), \(SampleFile.nip(9)), 'Generated', '1980-01-01', 'male', 'permanent',
                            '2005-03-01', 'Aktif')
                        returning agency_id, person_id
                    )
                    insert into employment (agency_id, person_id, valid)
                    select agency_id, person_id, '[2100-01-01,)' from p
                    """
                )
                arrived.open()
                await committed.pass()
            }
        }
        await arrived.pass()
        let closing = Task { try await agencies.close(empty.code) }
        committed.open()
        try await arrival.value
        await #expect(throws: CityError.self) { try await closing.value }
        #expect(try await agencies.find(empty.code).state == .active)
    }
}
