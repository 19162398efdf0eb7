import CityDatabase
import Postgres
import TestSupport
import Testing

@Suite("Isolation of agencies")
struct IsolationTests {
    private func stage() async throws -> (TestCity, [Agency]) {
        let city = try await TestCity.make()
        let agencies = try await city.add("dinkes", "dlh", "dishub")
        for (index, agency) in agencies.enumerated() {
            try await city.importLines(
                .people,
                SampleFile.peopleHeader,
                [SampleFile.person(index + 1)],
                to: agency
            )
        }
        return (city, agencies)
    }

    @Test("through the pool each agency sees its own people, in turn and at the same time")
    func pool() async throws {
        let (city, agencies) = try await stage()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for round in 0..<60 {
                let index = round % agencies.count
                let (agency, database) = (agencies[index], city.database)
                group.addTask {
                    let seen = try await database.transaction(as: .agency(agency.id)) { tx in
                        try tx.all("select nip from person", as: String.self)
                    }
                    return seen == [SampleFile.nip(index + 1)]
                }
            }
            for try await isOwn in group { #expect(isOwn) }
        }
    }

    @Test("through the pool a foreign row can neither be read, written nor taken over")
    func poolWrites() async throws {
        let (city, agencies) = try await stage()
        let (own, foreign) = (agencies[0].id, agencies[1].id)
        let read = try await city.database.transaction(as: .agency(own)) { tx in
            try tx.one("select count(*) from person where agency_id = \(foreign)", as: Int.self)
        }
        #expect(read == 0)
        let changed = try await city.database.transaction(as: .agency(own)) { tx in
            try tx.execute("update person set name = 'x' where agency_id = \(foreign)")
        }
        #expect(changed == 0)
        let planted = await #expect(throws: PostgresError.self) {
            try await city.database.transaction(as: .agency(own)) { tx in
                try tx.execute("insert into org_unit (agency_id, siasn_id, name) values (\(foreign), 'u', 'u')")
            }
        }
        #expect(planted?.sqlState == .insufficientPrivilege)
        for statement in [
            "delete from person", "truncate person", "lock table person", "update person set agency_id = 2",
        ] {
            let error = await #expect(throws: PostgresError.self, "\(statement)") {
                try await city.database.transaction(as: .agency(own)) { tx in
                    try tx.run(SQLScript(name: "attack", uncheckedText: statement))
                }
            }
            #expect(error?.sqlState == .insufficientPrivilege, "\(statement)")
        }
    }

    @Test("the pool's role without an agency, or with junk, sees nothing")
    func noAgency() async throws {
        let (city, _) = try await stage()
        for setting in [
            "", "set local mutasi.agency = '';", "set local mutasi.agency = '999999';",
            "set local mutasi.agency = 'x';",
        ] {
            let seen = try await city.psql(
                "begin; set local role medan_pool; \(setting) select count(*) from person; commit"
            )
            #expect(seen == "0\n", "\(setting)")
        }
    }

    @Test("a direct login sees its own rows through psql, and no setting changes that")
    func directLogin() async throws {
        let (city, agencies) = try await stage()
        let credentials = try await AgencyLogins(city.database)
            .add("siasn", to: agencies[1].code, .password, validThrough: nil, connectionLimit: 20)
        let psql = { try await city.psql($0, user: credentials.role, password: credentials.password) }
        #expect(try await psql("select nip from own_person") == "\(SampleFile.nip(2))\n")
        #expect(
            try await psql("set mutasi.agency = '\(agencies[0].id)'; select nip from own_person")
                == "\(SampleFile.nip(2))\n"
        )
        let refused = [
            "set role medan_pool", "set role medan_personnel", "set role medan_agency_\(agencies[0].id)",
            "set session authorization medan_admin", "create table t (a integer)",
            "create temporary table t (a integer)",
            "do 'begin end'", "update person set name = 'x'", "delete from person", "truncate rating_event",
            "lock table person", "copy person to '/tmp/x'", "alter table person disable row level security",
            "insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour, source) "
                + "values (\(agencies[0].id), 1, 1, 1, 1, 'rater')",
            "insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour, recorded_at) "
                + "values (\(agencies[1].id), 1, 1, 1, 1, '2020-01-01')",
            "insert into rating_event overriding system value select \(agencies[1].id), 9999999, 1, 1, 1, 1, null, 'import'",
            "select * from job_kind", "select * from applied_file",
        ]
        for statement in refused {
            await #expect(throws: PsqlFailure.self, "\(statement)") { try await psql(statement) }
        }
    }

    @Test("the worker hands out chunks and sees no person")
    func worker() async throws {
        let (city, _) = try await stage()
        let error = await #expect(throws: PostgresError.self) {
            try await city.database.transaction(as: .worker) { tx in
                try tx.all("select nip from person", as: String.self)
            }
        }
        #expect(error?.sqlState == .insufficientPrivilege)
    }
}
