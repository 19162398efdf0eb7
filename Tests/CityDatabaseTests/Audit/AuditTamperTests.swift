import Personnel
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

/// Changes by a person above the database's walls.
@Suite("Audit trail, tampered with", .timeLimit(.minutes(20)))
struct AuditTamperTests {
    @Test("one flipped value in any column of an event or a seal is found, and named")
    func flips() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let agency = agencies[0].id
        #expect(try await trail.verify(in: .city).isEmpty)
        try await AuditStage.tampering(city) { (tx) throws in
            let event = try tx.one(
                "select min(audit_event_id) from audit_event where agency_id = \(agency)",
                as: Int64.self
            )
            for (table, key) in [("audit_event", "audit_event_id = \(event)"), ("audit_seal", "block = 1")] {
                let columns = try tx.all(
                    """
                    select attname, format_type(atttypid, atttypmod) from pg_attribute
                    where attrelid = \(table)::regclass and attnum > 0 and not attisdropped order by attnum
                    """,
                    as: (String, String).self
                )
                for (column, type) in columns {
                    let flipped =
                        switch type {
                        case "bytea": "coalesce(set_byte(\(column), 0, get_byte(\(column), 0) # 1), '\\x00')"
                        case "uuid": "gen_random_uuid()"
                        case "jsonb": "\(column) || '{\"planted\": 1}'"
                        case "timestamp with time zone": "\(column) + interval '1 microsecond'"
                        case "text" where column == "operation":
                            "case operation when 'insert' then 'delete' else 'insert' end"
                        case "text": "coalesce(\(column), '') || 'x'"
                        default: "\(column) + 1000000"
                        }
                    let change = """
                        savepoint flip;
                        alter table \(table) drop constraint if exists \(table)_pkey;
                        update \(table) set \(column) = \(flipped) where agency_id = \(agency) and \(key);
                        """
                    let isIdentity = column == "audit_event_id"
                    let drop = "alter table audit_event alter column audit_event_id drop identity;"
                    try tx.run(SQLScript(name: "flip", uncheckedText: (isIdentity ? drop : "") + change))
                    let problems = try AuditStage.problems(agency, &tx)
                    try tx.run(SQLScript(name: "undo", uncheckedText: "rollback to savepoint flip"))
                    #expect(!problems.isEmpty, "\(table).\(column)")
                    if table == "audit_event" {
                        #expect(problems.contains { $0.event == event }, "\(table).\(column): \(problems)")
                    } else {
                        #expect(problems.contains { $0.block == 1 }, "\(table).\(column): \(problems)")
                    }
                }
            }
        }
        #expect(try await trail.verify(in: .city).isEmpty)
    }

    @Test("a removed, an inserted and an exchanged row are named, and so is a removed seal")
    func rows() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let agency = agencies[0].id
        try await city.database.transaction(as: .agency(agency)) { tx in
            _ = try tx.execute("update person set name = 'Changed' where agency_id = \(agency)")
        }
        _ = try await trail.sealAll()
        for (words, change) in [
            ("removed row", "delete from audit_event where agency_id = A and audit_event_id = E"),
            (
                "inserted row",
                """
                insert into audit_event overriding system value
                select (jsonb_populate_record(e, '{"audit_event_id": 999999999}')).* from audit_event e
                where agency_id = A and audit_event_id = E
                """
            ),
            (
                "changed row",
                """
                update audit_event e set row_key = o.row_key, payload = o.payload, salt = o.salt
                from audit_event o
                where e.agency_id = A and e.audit_event_id = E and o.agency_id = A and o.audit_event_id = E + 1
                """
            ),
            ("removed seal", "delete from audit_seal where agency_id = A and block = 1"),
            ("removed head", "delete from audit_block where agency_id = A"),
            ("changed row", "update audit_event set at = 'infinity' where agency_id = A and audit_event_id = E"),
            ("inserted seal", "update audit_seal set block = 2147483647 where agency_id = A and block = 2"),
        ] {
            try await AuditStage.tampering(city) { (tx) throws in
                let event = try tx.one(
                    "select min(audit_event_id) from audit_event where agency_id = \(agency)",
                    as: Int64.self
                )
                let text = change.replacing("agency_id = A", with: "agency_id = \(agency)")
                    .replacing("E + 1", with: "\(event + 1)")
                    .replacing("= E", with: "= \(event)")
                try tx.run(SQLScript(name: "tamper", uncheckedText: text))
                let problems = try AuditStage.problems(agency, &tx)
                #expect(problems.contains { $0.kind == words }, "\(words): \(problems)")
                if words.hasSuffix("row") {
                    #expect(problems.contains { $0.event == event || $0.event == 999_999_999 }, "\(words): \(problems)")
                }
            }
        }
    }

    @Test("rows that were recomputed are found by comparing with seals that left the machine")
    func against() async throws {
        let (city, agencies, trail) = try await AuditStage.make()
        let agency = agencies[0].id
        let seals = try await trail.exportSeals(in: .city).seals
        #expect(seals.count == 2)
        #expect(try await trail.verify(against: seals).isEmpty)
        // Later events change nothing that was sealed.
        try await city.database.transaction(as: .agency(agency)) { tx in
            _ = try tx.execute("update person set name = 'Later' where agency_id = \(agency)")
        }
        #expect(try await trail.verify(against: seals).isEmpty)
        let list = "[\(seals.joined(separator: ","))]"
        // Rewritten and sealed again, as a person above the database can.
        try await AuditStage.tampering(city, isKept: true) { (tx) throws in
            try tx.run(
                SQLScript(
                    name: "recompute",
                    uncheckedText: """
                        update audit_event set actor = 'nobody' where agency_id = \(agency);
                        delete from audit_seal where agency_id = \(agency);
                        update audit_block set sealed_block = 0 where agency_id = \(agency);
                        """
                )
            )
        }
        _ = try await trail.sealAll()
        try await AuditStage.tampering(city) { (tx) throws in
            #expect(try AuditStage.problems(agency, &tx).isEmpty)
            let problems = try AuditVerification(.medan).problems(beside: JSONDocument(text: list), &tx)
            let told = try tx.all(
                "select * from verify_audit_against(\(JSONDocument(text: list)))",
                as: AuditProblem.self
            )
            #expect(Set(told) == Set(problems))
            #expect(problems.contains { $0.kind == "other seal" && $0.agency == agency && $0.block == 1 })
            // Each of its events is named.
            let events = try tx.one(
                "select count(*) from audit_event where agency_id = \(agency) and block = 1",
                as: Int.self
            )
            #expect(Set(problems.compactMap(\.event)).count == events && events > 5)
        }
        await #expect(throws: CityError.self) { try await trail.verify(against: ["no seal"]) }
        await #expect(throws: CityError.self) { try await trail.verify(against: ["{\"foo\": 1}"]) }
    }
}
