import CityDatabase
import CityViews
import Postgres
import Reports
import Testing
import Texts

@Suite("Audit view")
struct AuditViewTests {
    private func event(payload: String?) async throws -> AuditEvent {
        try await RowReader.one(
            """
            select null::text, 12::bigint, 3, '2026-11-24 13:05:21.123456', 'Budi', 'medan_admin', 'medan_personnel',
                null::text, 'audit', 'update', 'setting', '{"name": "x"}', \(payload)::text
            """
        )
    }

    @Test("lists events")
    func events() async throws {
        #expect(
            AuditView.table([try await event(payload: nil)]).rendered(as: .csv, width: nil) == """
                id,at,agency,actor,role,operation,table,key,purpose
                12,2026-11-24 13:05:21.123456,,Budi,medan_personnel,update,setting,"{""name"": ""x""}",audit
                """
        )
    }

    @Test("shows one with its values, or that they are erased")
    func facts() async throws {
        let rows = AuditView.facts(try await event(payload: #"{"from": 3}"#)).rows
        #expect(
            rows.first == [.text("event"), .text("12")] && rows.last == [.text("payload"), .text(#"{"from": 3}"#)]
        )
        #expect(rows.contains([.text("agency"), .missing]))
        let erased = AuditView.facts(try await event(payload: nil))
        #expect(erased.rendered(as: .csv, width: nil).hasSuffix("payload,erased"))
        #expect(erased.rendered(as: .table, .indonesian, width: nil).contains("dihapus"))
    }

    @Test("what is not as it was written has its code, and is said in the reader's language in every form")
    func problems() async throws {
        let problem = try await RowReader.one(
            "select 'removed row', 7, 1, 12::bigint, 'the seal has it'",
            as: AuditProblem.self
        )
        let table = AuditView.table([problem])
        let header = "kind,agency_id,block,event,detail\n"
        #expect(table.rendered(as: .csv, .english, width: nil) == header + "removed row,7,1,12,the seal has it")
        #expect(table.rendered(as: .csv, .indonesian, width: nil) == header + "removed row,7,1,12,tercatat dalam segel")
        #expect(table.rendered(as: .table, .indonesian, width: nil).contains("baris dihapus"))
        #expect(table.rendered(as: .json, .indonesian, width: nil).contains(#""kind": "removed row""#))
        let agency = try await RowReader.one(
            "select 7, 'dinkes', 'dinas', 'active', 'Dinas Kesehatan', 'Dinkes'",
            as: Agency.self
        )
        #expect(AuditView.table([problem], agencies: [agency]).rows[0][1] == .text("dinkes"))
        #expect(AuditView.table([problem], agencies: []).rows[0][1] == .text("7"))
    }

    @Test("lists requests for erasures, approved or not")
    func requests() async throws {
        let requests = try await RowReader.all(
            """
            values (2::bigint, 'dinkes', 12::bigint, 'person', 'retention has ended', 'Budi', '2026-11-24 13:05', null),
                (1, null, 7, null, null, 'Sari', '2026-11-20 09:00', 'Budi')
            """,
            as: PayloadErasures.Request.self
        )
        #expect(
            AuditView.table(requests).rendered(as: .csv, width: nil) == """
                request,agency,event,table,reason,asked_by,asked,approved_by
                2,dinkes,12,person,retention has ended,Budi,2026-11-24 13:05,
                1,,7,,,Sari,2026-11-20 09:00,Budi
                """
        )
    }
}
