import Postgres
import TestSupport
import Testing
import Texts

@testable import CityDatabase

@Suite("Erasures from the audit trail", .timeLimit(.minutes(20)))
struct PayloadErasureTests {
    private struct Stage {
        let city: TestCity
        let agency: AgencyID
        /// Events of people, with their payloads.
        let events: [Int64]

        func erasures(_ actor: String) -> PayloadErasures {
            PayloadErasures(CityDatabase(.medan, city.connections, actor: actor))
        }

        func erased() async throws -> String {
            try await city.psql("select count(*) from audit_event where payload is null")
        }
    }

    private func stage() async throws -> Stage {
        let city = try await TestCity.make(ownRoles: true)
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, (1...3).map { SampleFile.person($0) }, to: agency)
        let events = try await city.database.transaction(as: .personnel) { tx in
            try tx.all(
                "select audit_event_id from audit_event where agency_id = \(agency.id) and table_name = 'person'",
                as: Int64.self
            )
        }
        return Stage(city: city, agency: agency.id, events: events)
    }

    @Test("the person who asked cannot approve, under any spelling of the name; another can, once; both are events")
    func twoPeople() async throws {
        let stage = try await stage()
        let request = try await stage.erasures("Budi").request(stage.events[0], reason: "retention has ended")
        for actor in ["Budi", " BUDI "] {
            let error = await #expect(throws: CityError.self) { try await stage.erasures(actor).approve(request) }
            #expect(error?.code == .erasureSamePerson)
        }
        #expect(try await stage.erased() == "0\n")
        try await stage.erasures("Ani").approve(request)
        #expect(try await stage.erased() == "1\n")
        let again = await #expect(throws: CityError.self) { try await stage.erasures("Ani").approve(request) }
        #expect(again == CityError(.erasureDone, ["event": "\(stage.events[0])"]))
        let listed = try await stage.erasures("Ani").list()
        #expect(listed.map(\.id) == [request] && listed.first?.approvedBy == "Ani")
        #expect(listed.first?.reason == "retention has ended" && listed.first?.askedBy == "Budi")
        var filter = AuditTrail.Filter()
        filter.table = "audit_event"
        let trail = AuditTrail(stage.city.database)
        #expect(try await trail.list(filter).map { "\($0.operation) \($0.actor)" } == ["erase Ani", "request Budi"])
        #expect(try await trail.verify(in: .city).isEmpty)
    }

    @Test("only payloads that were asked for are erased, one at a time")
    func inBulk() async throws {
        let stage = try await stage()
        let agency = stage.agency
        for event in stage.events {
            await #expect(throws: CityError.self) { try await stage.erasures("Ani").approve(event) }
        }
        let unknown = await #expect(throws: CityError.self) {
            _ = try await stage.erasures("Ani").request(999_999_999, reason: "x")
        }
        #expect(unknown?.kind == .notFound)
        await #expect(throws: CityError.self) {
            _ = try await stage.erasures("Ani").request(stage.events[0], reason: " ")
        }
        let requests = try await [
            stage.erasures("Budi").request(stage.events[0], reason: "x"),
            stage.erasures("Budi").request(stage.events[1], reason: "x"),
        ]
        // A request itself is not erased.
        await #expect(throws: CityError.self) { _ = try await stage.erasures("Ani").request(requests[0], reason: "x") }
        let ani = CityDatabase(.medan, stage.city.connections, actor: "Ani")
        for statement: SQL in [
            "select approve_erasure(\(agency), r) from unnest(\(requests)) r",
            "select request_erasure(\(agency), r, 'x') from unnest(\(stage.events)) r",
        ] {
            await #expect(throws: CityError(.erasureOneAtATime)) {
                _ = try await ani.transaction(as: .personnel) { tx in try tx.execute(statement) }
            }
        }
        // Nor with another name from the middle of the transaction on.
        await #expect(throws: CityError(.erasureOneAtATime)) {
            try await ani.transaction(as: .personnel) { tx in
                let request = try tx.one("select request_erasure(\(agency), \(stage.events[2]), 'x')", as: Int64.self)
                try tx.execute("select set_config('mutasi.actor', 'somebody', true)")
                try tx.execute("select approve_erasure(\(agency), \(request))")
            }
        }
        #expect(try await stage.erased() == "0\n")
        // A transaction that is undone holds nothing up.
        try await ani.transaction(as: .personnel) { tx in
            _ = try? await tx.savepoint { tx in
                try tx.execute("select approve_erasure(\(agency), \(requests[0])), 1 / 0")
            }
            try tx.execute("select approve_erasure(\(agency), \(requests[1]))")
        }
        #expect(try await stage.erased() == "1\n")
    }

    @Test("where more than one login may do it, another login approves")
    func twoLogins() async throws {
        let stage = try await stage()
        let request = try await stage.erasures("Budi").request(stage.events[0], reason: "x")
        let superuser = stage.city.superuser
        let scope = Scope(role: nil, searchPath: ["medan", "pg_temp"])
        struct Undo: Error {}
        // Never committed: roles belong to the whole server, and other tests have one login for this.
        do {
            try await superuser.transaction(as: scope) { tx -> Void in
                try tx.run(
                    SQLScript(
                        name: "second",
                        uncheckedText: "create role medan_second noinherit login in role medan_personnel"
                    )
                )
                try tx.run(Self.becoming("medan_admin"))
                var refusal: CityError?
                do {
                    try await tx.savepoint { tx in
                        _ = try tx.execute("select approve_erasure(\(stage.agency), \(request))")
                    }
                } catch let error as PostgresError {
                    refusal = CityError(refusal: error)
                }
                #expect(refusal == CityError(.erasureSameLogin, ["login": "medan_admin"]))
                try tx.run(Self.becoming("medan_second"))
                try tx.execute("select approve_erasure(\(stage.agency), \(request))")
                throw Undo()
            }
        } catch is Undo {}
        superuser.close()
    }

    private static func becoming(_ login: String) -> SQLScript {
        SQLScript(
            name: "becoming",
            uncheckedText: """
                set local session authorization \(login); set local role medan_personnel;
                select set_config('mutasi.actor', 'Ani', true)
                """
        )
    }
}
