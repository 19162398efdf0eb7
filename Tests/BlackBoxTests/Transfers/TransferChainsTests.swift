import Foundation
import Personnel
import TestSupport
import Testing

@Suite("mutasi transfer chains, due", .timeLimit(.minutes(20)))
struct TransferChainsTests {
    @Test("chains show as a table, as data, as lots and as a picture; who falls is listed; nothing is changed")
    func chains() async throws {
        let stage = try await TransferStage.make()
        let none = try await stage.result("chains")
        #expect(none.status == 0 && none.standardOutput.contains("no open transfer"), "\(none.standardOutput)")
        try await stage.run("batch B1 --title Gelombang --by Perencana")
        let numbers = [try await stage.draft(1, batch: "B1"), try await stage.draft(2, batch: "B1")]
        let folder = try ScratchDirectory()
        defer { folder.remove() }
        let svg = folder.file("chains.svg")
        let shown = try await stage.result("chains --batch B1 --svg \(svg)")
        #expect(shown.status == 0, "\(shown.standardOutput) \(shown.standardError)")
        for number in numbers { #expect(shown.standardOutput.contains(number), "\(shown.standardOutput)") }
        #expect(shown.standardError.contains(svg))
        #expect(try String(contentsOfFile: svg, encoding: .utf8).hasPrefix("<svg"))
        let rows = try await stage.stage.rows("transfer", "chains", "--batch", "B1")
        #expect(rows.compactMap { $0["number"] as? String } == numbers)
        #expect(Set(rows.compactMap { $0["to_agency"] as? String }) == ["dlh"])
        let lots = try await stage.stage.rows("transfer", "chains", "--lots")
        #expect(lots.compactMap { $0["number"] as? String } == numbers)
        #expect(lots.allSatisfy { $0["lot"] as? Int == 1 && $0["oversized"] as? Bool == false })
        let csv = try await stage.result("chains --batch B1 --without \(numbers[0]) --format csv")
        #expect(csv.status == 0)
        let lines = csv.standardOutput.split(separator: "\n")
        #expect(lines.count == 3 && lines[1].hasPrefix("\(numbers[0]),withdrawn"), "\(csv.standardOutput)")
        #expect(lines[2].hasPrefix("\(numbers[1]),remaining"))
        for (line, status, code) in [
            ("chains --batch B9", Int32(65), "[transfer.batch_unknown]"),
            ("chains --without TRF-2026-999999", 65, "[transfer.unknown]"),
            ("chains --svg \(folder.path)", 73, "[output.folder]"),
        ] {
            let refused = try await stage.result(line)
            #expect(refused.status == status && refused.standardError.contains(code), "\(refused.standardError)")
        }
        let both = try await stage.result("chains --lots --without \(numbers[0])")
        #expect(both.status == 64)
        #expect(try await stage.state(of: numbers[0]) == "draft")
    }

    @Test("a batch with two people for one seat ends with 2, and no decree is recorded until one of them is out")
    func faults() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        try await stage.run("batch B1 --title Gelombang --by Perencana")
        // The post has four seats.
        var numbers: [String] = []
        for person in 1...5 { numbers.append(try await stage.draft(person, batch: "B1")) }
        let table = try await stage.result("chains --batch B1")
        #expect(table.status == 2 && table.standardOutput.contains("more people come than seats are free (4)"))
        let json = try await stage.result("chains --batch B1 --format json")
        #expect(json.status == 2 && json.standardError.contains("more people come"), "\(json.standardError)")
        try await stage.lead("--batch B1")
        let decree = "--by Wali~Kota --document 821/1 --dated \(stage.today.iso)"
        for selection in ["--batch B1", numbers[0], "\(numbers[0]) --dry-run"] {
            let refused = try await stage.result("decree \(selection) \(decree)")
            #expect(refused.status == 65 && refused.standardError.contains("[transfer.batch_faults]"))
            #expect(refused.standardError.contains("hint: nothing was changed"))
            for number in numbers {
                #expect(refused.standardError.contains("\(number) (Budi Sihombing)"), "\(refused.standardError)")
            }
        }
        let indonesian = try await stage.result("decree --batch B1 \(decree) --language id")
        #expect(indonesian.standardError.contains("melebihi formasi kosong (4)"), "\(indonesian.standardError)")
        #expect(try await stage.state(of: numbers[0]) == "pertek_issued")
        try await stage.run("cancel \(numbers[4]) --by Analis")
        try await stage.run("decree --batch B1 \(decree)")
        #expect(try await stage.state(of: numbers[3]) == "decreed")
    }

    @Test("deadlines are listed by their last day; something late ends with 2; no person is named")
    func due() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let number = try await stage.draft(1)
        #expect(try await stage.stage.rows("transfer", "due").isEmpty)
        try await stage.lead(number)
        try await stage.run("decree \(number) --by Wali~Kota --document 821/1 --dated \(stage.today.iso)")
        let ahead = try await stage.stage.rows("transfer", "due", "--ahead", "40")
        let row = try #require(ahead.last)
        #expect(row["number"] as? String == number && row["awaited"] as? String == "carry_out", "\(ahead)")
        #expect(row["last_day"] as? String == stage.day.iso && row["days_late"] as? Int == 0)
        #expect(Set(row.keys) == ["last_day", "days_late", "number", "awaited", "problem"])
        let day = (stage.day + 3).iso
        let late = try await stage.result("due --on \(day) --format csv")
        #expect(late.status == 2 && late.standardOutput.contains("\(stage.day.iso),3,\(number),carry_out"))
        let table = try await stage.result("due --on \(day) --language id")
        #expect(table.status == 2 && table.standardOutput.contains("mulai berlaku"), "\(table.standardOutput)")
        #expect(!table.standardOutput.contains("Budi"))
        for line in ["due --ahead -1", "due --ahead 400", "due --on tomorrow"] {
            #expect(try await stage.result(line).status == 64, "\(line)")
        }
        let closed = try await stage.result("due --database host=/nonexistent")
        #expect(closed.status == 69 && closed.standardError.contains("hint: "))
    }
}
