import TestSupport
import Testing

@Suite("mutasi audit erase")
struct AuditEraseCommandTests {
    private let mutasi = Program.built("mutasi")

    @Test("one person asks and is refused when approving; another approves; both are listed")
    func twoPeople() async throws {
        let city = try await TestCity.make()
        _ = try await city.add("dinkes")
        let run = { (actor: String, arguments: [String]) in
            try await mutasi.run(
                ["audit", "erase"] + arguments,
                environment: ["MUTASI_DATABASE": city.uri(user: "medan_admin"), "MUTASI_ACTOR": actor]
            )
        }
        let event = try await city.psql("select min(audit_event_id) from audit_event where table_name = 'agency'")
            .split(separator: "\n").joined()
        let asked = try await run("siti", ["request", event, "--reason", "retention has ended"])
        #expect(asked.status == 0, "\(asked.standardError)")
        let request = asked.standardOutput.split(separator: "\n").joined()
        let own = try await run("siti", ["approve", request])
        #expect(own.status == 65)
        #expect(own.standardError.contains("error: the person who asked for an erasure cannot approve it"))
        #expect(try await run("rudi", ["approve", request]).status == 0)
        let list = try await run("rudi", ["list", "--format", "csv"])
        let rows = list.standardOutput.split(separator: "\n")
        #expect(rows.first == "request,agency,event,table,reason,asked_by,asked,approved_by")
        #expect(rows.count == 2 && rows[1].hasPrefix("\(request),dinkes,\(event),agency,retention has ended,siti,"))
        #expect(rows[1].hasSuffix(",rudi"))
        #expect(try await run("rudi", ["approve", "999999999"]).status == 65)
    }
}
