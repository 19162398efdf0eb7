import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing

@Suite("mutasi transfer", .timeLimit(.minutes(20)))
struct TransferCommandTests {
    @Test("goes the whole course between two agencies, from a request to the announcement")
    func course() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let nip = SampleFile.nip(2)
        let today = stage.today.iso
        let request = try await stage.run(
            "propose --nip \(nip) --to dlh --post \(stage.post) --basis own_request --reason family --on \(stage.day.iso) "
                + "--by Kasubbag --agency dinkes --employee"
        )
        #expect(request.hasPrefix("REQ-"))
        let waiting = try await stage.stage.rows("transfer", "requests", "--agency", "dinkes")
        #expect(waiting.first?["request"] as? String == request && waiting.first?["post"] as? Int == stage.post)
        let number = try await stage.run("accept \(request) --by Analis")
        #expect(number.hasPrefix("TRF-"))
        #expect(try await stage.stage.rows("transfer", "requests").isEmpty)
        try await stage.run("submit \(number) --agency dinkes --by Kasubbag")
        #expect(try await stage.state(of: number) == "proposed")
        let early = try await stage.result("verify \(number) --by Verifikator")
        #expect(early.status != 0 && early.standardError.contains("[transfer.unchecked]"), "\(early.standardError)")
        try await stage.run("check \(number) --by Analis")
        let alone = try await stage.result("verify \(number) --by Verifikator")
        #expect(alone.standardError.contains("[transfer.consent_missing]"), "\(alone.standardError)")
        try await stage.run("consent \(number) --agency dlh --by Sekdis --document 800/31 --dated \(today)")
        let steps = [
            "verify \(number) --by Verifikator", "consider \(number) --by Ketua~Tim",
            "decide \(number) --approve --by Wali~Kota",
            "pertek \(number) --request --by Analis",
            "pertek \(number) --issued --by Analis --document AP/1 --dated \(today)",
            "decree \(number) --by Wali~Kota --document 821/1 --dated \(today)", "announce \(number) --by Analis",
        ]
        for step in steps { try await stage.run(step) }
        #expect(try await stage.state(of: number) == "announced")
        let facts = try await stage.stage.rows("transfer", "show", number)
        let next = facts.first { $0["fact"] as? String == "next" }?["value"] as? String ?? ""
        #expect(next.contains("invite (personnel)") && next.contains("object (employee)"), "\(next)")
        let taken = try await stage.stage.rows("transfer", "show", number, "--steps")
            .compactMap { $0["step"] as? String }
        #expect(
            taken == [
                "propose", "submit", "consent", "verify", "consider", "approve", "request_pertek", "issue_pertek",
                "decree",
                "announce",
            ]
        )
        // Each agency sees it from its own side.
        let own = try await stage.stage.rows("transfer", "list", "--agency", "dlh")
        #expect(own.map { $0["number"] as? String } == [number] && own.first?["to_agency"] as? String == "dlh")
    }

    @Test("steps take a whole batch or nothing of it, and a dry run nothing at all")
    func batch() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        try await stage.run("batch 2027-01 --title Mutasi --by Perencana")
        let again = try await stage.result("batch 2027-01 --title Mutasi --by Perencana")
        #expect(again.status == 0 && again.standardError.contains("nothing changed"))
        let numbers = [
            try await stage.draft(1, batch: "2027-01"), try await stage.draft(2, batch: "2027-01"),
            try await stage.draft(3),
        ]
        let tried = try await stage.result("submit --batch 2027-01 --by Perencana --dry-run")
        #expect(
            tried.status == 0 && tried.standardError.contains("2 transfers, now: proposed"),
            "\(tried.standardError)"
        )
        #expect(try await stage.state(of: numbers[0]) == "draft")
        try await stage.run("submit --batch 2027-01 --by Perencana")
        #expect(try await stage.state(of: numbers[1]) == "proposed")
        #expect(try await stage.state(of: numbers[2]) == "draft")
        // One of them cannot follow: all stay.
        let mixed = try await stage.result("return \(numbers[0]) \(numbers[2]) --note gaps --by Analis")
        #expect(mixed.standardError.contains("[transfer.step_unfit]"))
        #expect(try await stage.state(of: numbers[0]) == "proposed")
        let none = try await stage.result("announce --batch 2027-01 --by Analis")
        #expect(none.status == 65 && none.standardError.contains("[transfer.none_fits]"), "\(none.standardError)")
        let unknown = try await stage.result("submit --batch 2027-99 --by Analis")
        #expect(unknown.status == 65 && unknown.standardError.contains("[transfer.batch_unknown]"))
        // Many at once are asked about, and without a terminal the answer is no.
        let asked = try await stage.result("cancel --batch 2027-01 --by Analis")
        #expect(asked.status == 64 && asked.standardError.contains("[confirmation.missing]"))
        try await stage.run("cancel --batch 2027-01 --by Analis --yes")
        #expect(try await stage.state(of: numbers[0]) == "cancelled")
        #expect(try await stage.state(of: numbers[1]) == "cancelled")
        let open = try await stage.stage.rows("transfer", "list")
        #expect(open.map { $0["number"] as? String } == [numbers[2]])
    }

    @Test("a check lists what stops a transfer, with the facts, and ends with 2; an exception and papers are recorded")
    func check() async throws {
        let stage = try await TransferStage.make()
        let number = try await stage.draft(4)
        let table = try await stage.result("check \(number) --by Analis --format json")
        #expect(table.status == 2, "\(table.standardError)")
        let rows = try JSONSerialization.jsonObject(with: Data(table.standardOutput.utf8)) as? [[String: Any]]
        let row = try #require(rows?.first)
        #expect(row["outcome"] as? String == "stopped" && row["direction"] as? String == "rotation")
        let stops = row["stops"] as? String ?? ""
        #expect(stops.contains("conflict_of_interest") && stops.contains("discipline_process"), "\(stops)")
        let firm = try await stage.result(
            "except \(number) --rule seat_free --reason x --by Sekda --document 1 --dated \(stage.today.iso)"
        )
        #expect(firm.standardError.contains("[transfer.rule_passes]"), "\(firm.standardError)")
        try await stage.run("conflict \(number) --of Ketua~Tim --none")
        try await stage.run("conflict \(number) --of Sekda --kind decider_related")
        try await stage.run(
            "file \(number) --kind audit_clearance --document 700/1 --dated \(stage.today.iso) --by Analis"
        )
        _ = try await stage.run("check --by Analis", status: 2)
        let verdicts = try await stage.stage.rows("transfer", "show", number, "--verdicts")
        func outcome(_ rule: String) -> String? {
            verdicts.first { $0["rule"] as? String == rule }?["outcome"] as? String
        }
        #expect(outcome("conflict_of_interest") == "pass" && outcome("audit_findings") == "pass", "\(verdicts)")
        let stopped = try await stage.result("submit \(number) --by Analis")
        #expect(stopped.status == 0)
        let refused = try await stage.result("verify \(number) --by Sekda")
        #expect(refused.standardError.contains("[transfer.conflict_declared]"), "\(refused.standardError)")
    }

    @Test("slips are refused, each with what to do")
    func slips() async throws {
        let stage = try await TransferStage.make()
        let typo = try await stage.result("sumbit TRF-2026-000001 --by Analis")
        #expect(typo.status == 64 && typo.standardError.contains("did you mean 'submit'?"))
        let unknown = try await stage.result("submit TRF-2026-999999 --by Analis")
        #expect(unknown.status == 65 && unknown.standardError.contains("[transfer.unknown]"))
        #expect(unknown.standardError.contains("hint: "))
        let number = try await stage.draft(1)
        let unfit = try await stage.result("announce \(number) --by Analis --language id")
        #expect(unfit.status != 0 && unfit.standardError.contains("[transfer.step_unfit]"), "\(unfit.standardError)")
        for line in [
            "submit \(number)", "submit --by Analis", "submit \(number) --batch B --by Analis",
            "decide \(number) --by X",
            "decide \(number) --approve --reject --by X", "pertek \(number) --by X", "decree \(number) --by X",
            "consent \(number) --by X", "conflict \(number) --of X", "announce \(number) --by X --document 1",
            "replan \(number) --by X", "objection \(number) --by X", "amend \(number) --by X", "accept REQ-x --by X",
            "file \(number) --kind Nope! --document 1 --dated \(stage.today.iso) --by X", "list --state lost",
        ] {
            let result = try await stage.result(line)
            #expect(result.status == 64 && result.standardOutput.isEmpty, "\(line): \(result.standardError)")
        }
        let again = try await stage.result(
            "propose --nip \(SampleFile.nip(1)) --to dlh --post \(stage.post) --basis agency_need --reason x "
                + "--on \(stage.day.iso) --by Analis"
        )
        #expect(again.standardError.contains("[transfer.open_case]"))
        let closed = try await stage.result("list --database host=/nonexistent")
        #expect(closed.status == 69 && closed.standardError.contains("hint: "))
        let decline = try await stage.result("decline REQ-000099 --reason no --by Analis")
        #expect(decline.status == 65 && decline.standardError.contains("[transfer.request_unknown]"))
    }

    @Test("a file is planned as a whole or not at all, and every bad row is named with its line and column")
    func file() async throws {
        let stage = try await TransferStage.make()
        let header = "NIP;perangkatDaerah;jabatan;namaJabatan;unorId;dasar;sebab;alasan;tmt"
        let day = stage.day.siasn
        func write(_ rows: [String]) throws -> String {
            try SampleFile.write("\u{FEFF}" + ([header] + rows).joined(separator: "\r\n") + "\r\n")
        }
        let bad = try write([
            "'\(SampleFile.nip(1));dlh;\(stage.post);;;agency_need;;;\(day)",
            "123;dlh;\(stage.post);;;agency_need;;;\(day)",
            "\(SampleFile.nip(2));dinsos;\(stage.post);;;agency_need;;;\(day)",
            "\(SampleFile.nip(3));dlh;;Camat;L1;agency_need;;;\(day)", "\(SampleFile.nip(4));dlh;;;;wish;;;2027-01-01",
            "\(SampleFile.nip(300));dlh;\(stage.post);;;agency_need;;;\(day)",
        ])
        let refused = try await stage.result("import \(bad) --by Perencana")
        #expect(refused.status == 65 && refused.standardOutput.isEmpty)
        for (line, column, code) in [
            (3, "nip", "nip_shape"), (4, "perangkatDaerah", "unknown_agency"), (5, "namaJabatan", "unknown_post"),
            (6, "jabatan", "missing"), (6, "dasar", "transfer_basis"), (6, "tmt", "date_shape"),
            (7, "nip", "unknown_person"),
        ] {
            let found = refused.standardError.split(separator: "\n")
                .contains {
                    $0.contains("line \(line), column \(column)") && $0.hasSuffix("[\(code)]")
                }
            #expect(found, "\(line) \(column) \(code): \(refused.standardError)")
        }
        #expect(refused.standardError.contains("5 of 6 rows cannot be planned"))
        #expect(try await stage.stage.rows("transfer", "list").isEmpty)
        let good = try write([
            "'\(SampleFile.nip(1));dlh;\(stage.post);;;agency_need;;vacant;\(day)",
            "'\(SampleFile.nip(2));dlh;;pengelola lingkungan;L1;agency_need;;vacant;\(day)",
        ])
        let tried = try await stage.result("import \(good) --by Perencana --dry-run")
        #expect(tried.status == 0 && tried.standardOutput.isEmpty, "\(tried.standardError)")
        #expect(try await stage.stage.rows("transfer", "list").isEmpty)
        let planned = try await stage.result("import \(good) --by Perencana")
        #expect(planned.standardOutput.split(separator: "\n").count == 2, "\(planned.standardError)")
        #expect(try await stage.stage.rows("transfer", "list").count == 2)
        for path in [bad, good] { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test("frozen days are entered, ended and lifted; the city's rules are taken row by row or not at all")
    func rules() async throws {
        let stage = try await TransferStage.make()
        let id = try await stage.run(
            "freeze add --kind acting_head --from 2025-01-01 --basis PP~49/2008 --by Analis"
        )
        try await stage.run("freeze end \(id) --to 2025-02-19")
        try await stage.run("freeze lift \(id) --document 100.2/1 --dated 2025-02-01")
        let freeze = try #require(try await stage.stage.rows("transfer", "freeze", "list").first)
        #expect(freeze["last_day"] as? String == "2025-02-19" && freeze["letter_date"] as? String == "2025-02-01")
        let none = try await stage.result("freeze lift 99 --document 1 --dated 2025-02-01")
        #expect(none.status == 65 && none.standardError.contains("[transfer.freeze_unknown]"))

        let before = try await stage.stage.rows("transfer", "rules")
        #expect(Set(before.compactMap { $0["rule"] as? String }) == Set(TransferRule.allCases.map(\.code)))
        let bad = try SampleFile.write(
            "rule,effect,parameter,valid_from,source\nrank,block,,2026-01-01,Perwal\nrink,block,,soon,\n"
        )
        let refused = try await stage.result("rules import \(bad)")
        #expect(refused.status == 65 && refused.standardError.contains("rule \"rink\" is not known"))
        #expect(refused.standardError.contains("valid_from \"soon\""), "\(refused.standardError)")
        #expect(try await stage.stage.rows("transfer", "rules").count == before.count)
        try await stage.takeNoRules()
        try await stage.takeNoRules()
        let after = try await stage.stage.rows("transfer", "rules", "list")
        #expect(after.count { $0["own"] as? Bool == true } == TransferRule.allCases.count)
        let condition = try SampleFile.write(
            "condition,fact,comparison,value,direction,level,effect,exception,valid_from,source\n"
                + "age_limit,age,at_most,50,,,warn,no,2026-01-01,Perwal 3/2026\n"
        )
        try await stage.run("rules import \(condition)")
        try? FileManager.default.removeItem(atPath: bad)
        try? FileManager.default.removeItem(atPath: condition)
    }

    @Test("a reason and a batch can be changed until the person knows")
    func amend() async throws {
        let stage = try await TransferStage.make()
        let number = try await stage.draft(5)
        try await stage.run("batch B1 --title Gelombang --by Perencana")
        try await stage.run("amend \(number) --reason need --batch B1 --by Perencana")
        let facts = try await stage.stage.rows("transfer", "show", number)
        func value(_ fact: String) -> String? { facts.first { $0["fact"] as? String == fact }?["value"] as? String }
        #expect(value("reason") == "need" && value("batch") == "B1" && value("state") == "draft")
        #expect(value("nip") == SampleFile.nip(5) && value("to_post") == "Pengelola Lingkungan")
        let early = try await stage.result("reverse \(number) --reason court --on \(stage.day.iso) --by Analis")
        #expect(early.status != 0 && early.standardOutput.isEmpty)
    }
}
