import Personnel
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

@Suite("Audit trail", .timeLimit(.minutes(20)))
struct AuditTests {
    private struct Undo: Error {}

    @Test("a change is an event with person, role, old and new value; a change that is undone leaves none")
    func events() async throws {
        let (city, agencies, _) = try await AuditStage.make()
        let id = agencies[0].id
        let named = CityDatabase(.medan, city.connections, actor: "generated actor")
        try await named.transaction(as: .agency(id)) { tx in
            try tx.execute("select set_config('mutasi.request', 'R-1', true)")
            try tx.execute("update person set name = 'Changed' where agency_id = \(id) and nip = \(SampleFile.nip(1))")
        }
        await #expect(throws: Undo.self) {
            try await named.transaction(as: .agency(id)) { tx in
                try tx.execute("update person set name = 'Never' where agency_id = \(id)")
                throw Undo()
            }
        }
        var filter = AuditTrail.Filter()
        filter.operation = "update"
        let events = try await AuditTrail(named).list(filter)
        let event = try #require(events.first)
        #expect(events.count == 1 && event.agency == "dinkes" && event.table == "person")
        #expect(event.actor == "generated actor" && event.login == "medan_admin" && event.role == "medan_pool")
        #expect(event.request == "R-1")
        #expect(event.payload == #"{"to": {"name": "Changed"}, "from": {"name": "Budi Sihombing"}}"#)
        filter.operation = "insert"
        filter.reach = .agency(agencies[1])
        let inserted = try await AuditTrail(named).list(filter).filter { $0.table == "person" }
        // The auditor is outside the agency: it sees only the last four digits of a NIP.
        #expect(inserted.count == 5)
        for number in 11...15 {
            let nip = SampleFile.nip(number)
            #expect(!inserted.contains { $0.payload?.contains(nip) ?? true })
        }
        #expect(inserted.allSatisfy { $0.payload?.contains("\"birth_date\": \"****-**-**\"") ?? false })
        // Whatever the session's settings for backslashes are.
        let loose = try await city.psql(
            """
            set standard_conforming_strings = off; set role medan_auditor;
            select bool_or(masked_payload(agency_id, block, audit_event_id) ~ '[0-9]{18}'),
                mask_nip('19850315 201001 1 007, 198503152010011007, 1985031520100110071')
            from audit_event
            """
        )
        #expect(loose == "f|**************1 007, **************1007, 1985031520100110071\n")
        let masked = "\"**************\(SampleFile.nip(11).suffix(4))\""
        #expect(inserted.allSatisfy { $0.payload?.contains(masked) ?? false })
        #expect(try await AuditTrail(named).find(event.id).payload == event.payload)
    }

    @Test("an agency's own login is named, and reads only its own events; nobody writes or changes one")
    func rights() async throws {
        let (city, agencies, _) = try await AuditStage.make()
        let login = try await AgencyLogins(city.database)
            .add("siasn", to: agencies[0].code, .password, validThrough: nil, connectionLimit: 5)
        let psql = { try await city.psql($0, user: login.role, password: login.password) }
        #expect(try await psql("select distinct agency_id from own_audit_event") == "\(agencies[0].id)\n")
        for statement in [
            "insert into audit_event select * from audit_event", "update audit_event set actor = 'x'",
            "delete from audit_event", "truncate audit_event", "select seal_audit(\(agencies[0].id))",
            "select request_erasure(\(agencies[0].id), 1, 'x')",
            "select record_read(\(agencies[1].id), '{}', 'x', null)",
            "set mutasi.agency = '\(agencies[1].id)'; select record_read(\(agencies[1].id), '{}', 'x', null)",
            "set role medan_agency; select record_read(\(agencies[0].id), '{}', 'x', null)",
            "select record_event(\(agencies[0].id), 'read', 'x', '{}', '{}', 'x')", "select * from verify_audit(1)",
        ] {
            await #expect(throws: PsqlFailure.self, "\(statement)") { try await psql(statement) }
        }
        for statement in ["update audit_event set actor = 'x'", "delete from audit_seal", "truncate audit_event"] {
            await #expect(throws: PsqlFailure.self, "a superuser: \(statement)") { try await city.psql(statement) }
        }
    }

    @Test("an erased payload leaves the trail valid, and the erasure is an event")
    func erasure() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let agency = agencies[0].id
        var filter = AuditTrail.Filter()
        (filter.reach, filter.table) = (.agency(agencies[0]), "person")
        let event = try #require(try await trail.list(filter).first)
        let seals = try await trail.exportSeals(in: .city).seals
        try await city.database.transaction(as: .personnel) { tx in
            _ = try tx.execute("select set_config('mutasi.actor', 'one', true)")
            _ = try tx.execute("select request_erasure(\(agency), \(event.id), 'retention has ended')")
        }
        let request = try #require(try await PayloadErasures(city.database).list().first)
        #expect(request.event == event.id && request.askedBy == "one" && request.approvedBy == nil)
        try await PayloadErasures(CityDatabase(.medan, city.connections, actor: "two")).approve(request.id)
        #expect(try await trail.find(event.id).payload == nil)
        #expect(try await trail.verify(in: .city).isEmpty)
        #expect(try await trail.verify(against: seals).isEmpty)
        filter.table = "audit_event"
        #expect(try await trail.list(filter).map(\.operation) == ["erase", "request"])
        // An erasure by hand is not recorded, and is found.
        let other = try #require(
            try await city.database.transaction(as: .personnel) { tx in
                try tx.optional(
                    """
                    select audit_event_id from audit_event
                    where agency_id = \(agency) and payload is not null and operation = 'insert' limit 1
                    """,
                    as: Int64.self
                )
            }
        )
        try await AuditStage.tampering(city) { (tx) throws in
            let event: SQL = "where agency_id = \(agency) and audit_event_id = \(other)"
            try tx.execute("update audit_event set commitment = audit_commitment(salt, payload) \(fragment: event)")
            #expect(try AuditStage.problems(agency, &tx).map(\.kind) == ["changed commitment"])
            try tx.execute("update audit_event set salt = null, payload = null \(fragment: event)")
            #expect(try AuditStage.problems(agency, &tx).map(\.kind) == ["unrecorded erasure"])
            try tx.execute("update audit_event set commitment = null \(fragment: event)")
            #expect(try AuditStage.problems(agency, &tx).map(\.kind) == ["changed row"])
        }
    }

    @Test("the sealer waits for running writers, and nobody waits for the sealer; late events are in the seal")
    func waiting() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let agency = agencies[0].id
        let change: @Sendable (Int, inout Transaction) throws -> Void = { person, tx in
            _ = try tx.execute(
                "update person set name = 'Changed' where agency_id = \(agency) and nip = \(SampleFile.nip(person))"
            )
        }
        let held = Gate()
        let done = Gate()
        let writer = Task {
            defer { held.open() }
            try await city.database.transaction(as: .agency(agency)) { tx in
                try change(1, &tx)
                held.open()
                await done.pass()
            }
        }
        await held.pass()
        // In a closed block that is not sealed yet.
        try await city.database.transaction(as: .worker) { tx in _ = try tx.execute("select close_audit(\(agency))") }
        let sealer = Task { try await trail.sealAll() }
        try await city.database.transaction(as: .agency(agency)) { tx in try change(2, &tx) }
        #expect(
            try await city.psql("select count(*) from audit_seal where agency_id = \(agency) and block > 1") == "0\n"
        )
        done.open()
        try await writer.value
        _ = try await sealer.value
        _ = try await trail.sealAll()
        #expect(try await trail.verify(in: .city).isEmpty)
        let sealed = "select sum(event_count) from audit_seal where agency_id = \(agency)"
        #expect(
            try await city.psql(sealed) == city.psql("select count(*) from audit_event where agency_id = \(agency)")
        )
        // Others do not yet see the block closed that this transaction closes, with or without a savepoint.
        try await city.database.transaction(as: .agency(agency)) { tx in try change(4, &tx) }
        let close = "select close_audit(\(agency))"
        for text in [close, "savepoint a; \(close); release savepoint a"] {
            await #expect(throws: PostgresError.self) {
                try await city.database.transaction(as: .worker) { tx in
                    try tx.run(SQLScript(name: "close", uncheckedText: text))
                    _ = try tx.execute("select seal_audit(\(agency))")
                }
            }
        }
    }

    @Test("a transaction with an old snapshot must try again once its block is closed")
    func oldSnapshot() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let agency = agencies[0].id
        let options = TransactionOptions(isolation: .repeatableRead)
        let error = await #expect(throws: PostgresError.self) {
            try await city.database.transaction(as: .agency(agency), options: options) { tx in
                try tx.execute("select 1 from person where agency_id = \(agency)")
                _ = try await trail.sealAll()
                try await city.database.transaction(as: .agency(agency)) { tx in
                    _ = try tx.execute("update person set name = 'First' where agency_id = \(agency)")
                }
                _ = try await trail.sealAll()
                _ = try tx.execute("select record_read(\(agency), '{}', 'a purpose', null)")
            }
        }
        #expect(error?.sqlState == .serializationFailure)
        #expect(try await trail.verify(in: .city).isEmpty)
    }

    @Test("with writers at work, every event is in exactly one sealed block")
    func concurrency() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let agency = agencies[0].id
        let sealer = Task {
            var sealed = 0
            while !Task.isCancelled { sealed += try await trail.sealAll().blocks }
            return sealed
        }
        try await withThrowingTaskGroup { group in
            for writer in 1...5 {
                group.addTask {
                    for round in 1...40 {
                        try await city.database.transaction(as: .agency(agency)) { tx in
                            _ = try tx.execute(
                                """
                                update person set name = \("\(writer) \(round)")
                                where agency_id = \(agency) and nip = \(SampleFile.nip(writer))
                                """
                            )
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        sealer.cancel()
        _ = await sealer.result
        _ = try await trail.sealAll()
        #expect(try await trail.verify(in: .city).isEmpty)
        let sealed = "select sum(event_count) from audit_seal where agency_id = \(agency)"
        let written = "select count(*) from audit_event where agency_id = \(agency)"
        #expect(try await city.psql(sealed) == city.psql(written))
        #expect(try await city.psql("select count(*) from audit_event where operation = 'update'") == "200\n")
        #expect(try await city.psql("select count(*) > 2 from audit_seal where agency_id = \(agency)") == "t\n")
    }

    @Test("a person's data, with everybody who changed or read it, come in one document; the reading is recorded")
    func person() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let nip = try NIP(SampleFile.nip(1))
        let document = try await PersonRecord(city.database).export(nip, purpose: "a request of the person")
        #expect(document.contains(nip.text) && !document.contains(SampleFile.nip(2)))
        #expect(document.contains("\"operation\": \"insert\"") && document.contains("\"operation\": \"read\""))
        var filter = AuditTrail.Filter()
        filter.operation = "read"
        let reads = try await trail.list(filter)
        #expect(reads.map(\.purpose) == ["a request of the person"] && reads[0].role == "medan_personnel")
        #expect(reads[0].agency == agencies[0].code.description)
        await #expect(throws: CityError.self) { try await PersonRecord(city.database).export(nip, purpose: " ") }
        let unknown = try NIP(SampleFile.nip(300))
        await #expect(throws: CityError.self) { try await PersonRecord(city.database).export(unknown, purpose: "x") }
        #expect(try await trail.list(filter).count == 1)
    }
}
