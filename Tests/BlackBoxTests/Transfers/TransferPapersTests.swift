import Foundation
import Personnel
import Programs
import TestSupport
import Testing

@Suite("mutasi transfer print, templates", .timeLimit(.minutes(20)))
struct TransferPapersTests {
    private static let signer = "--signer Siti~Lubis"

    /// As papers write it.
    private static func nip(_ person: Int) -> String {
        let digits = Array(SampleFile.nip(person))
        return [0..<8, 8..<14, 14..<15, 15..<18].map { String(digits[$0]) }.joined(separator: " ")
    }

    @Test("a decree is printed before and after it is on record, for the owner only and never over a file")
    func decree() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        try await stage.run("batch B1 --title Gelombang --by Perencana")
        let numbers = [try await stage.draft(1, batch: "B1"), try await stage.draft(2, batch: "B1")]
        let folder = try ScratchDirectory()
        defer { folder.remove() }
        let papers = folder.file("papers")
        let early = try await stage.result("print decree --batch B1 \(Self.signer) --to \(papers)")
        #expect(early.status == 65 && early.standardError.contains("[paper.undecided]"), "\(early.standardError)")
        try await stage.lead(numbers[0])
        let unnumbered = try await stage.result("print decree \(numbers[0]) \(Self.signer) --to \(papers)")
        #expect(unnumbered.standardError.contains("[paper.decree_missing]"), "\(unnumbered.standardError)")
        #expect(!FileManager.default.fileExists(atPath: papers))

        // What a decree cannot name yet is left out of the batch, and reported.
        let text = "--number 821.2/1234 --dated \(stage.today.iso)"
        let tried = try await stage.result("print decree --batch B1 \(text) \(Self.signer) --to \(papers)")
        #expect(tried.status == 0 && tried.standardError.contains(numbers[1]), "\(tried.standardError)")
        let path = "\(papers)/keputusan-821.2-1234.html"
        #expect(tried.standardError.contains(path))
        let draft = try String(contentsOfFile: path, encoding: .utf8)
        #expect(draft.contains(Self.nip(1)) && !draft.contains(Self.nip(2)))
        for words in ["Nomor 821.2/1234", "Siti Lubis", "Wali Kota Medan", "Pengelola Lingkungan", numbers[0]] {
            #expect(draft.contains(words), "\(words)")
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: papers) == ["keputusan-821.2-1234.html"])

        try await stage.lead(numbers[1])
        try await stage.run("decree --batch B1 --by Wali~Kota --document 821.2/1234 --dated \(stage.today.iso)")
        let again = "print decree --decree 821.2/1234 \(Self.signer) --signer-rank IV/c --province Sumatera~Utara"
        let exists = try await stage.result("\(again) --to \(papers)")
        #expect(exists.status == 73 && exists.standardError.contains("[output.exists]"), "\(exists.standardError)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == draft)
        try await stage.run("\(again) --to \(papers) --replace")
        let whole = try String(contentsOfFile: path, encoding: .utf8)
        #expect(whole.contains(Self.nip(1)) && whole.contains(Self.nip(2)))
        #expect(whole.contains("Sumatera Utara") && whole.contains("IV/c"))
        let other = try await stage.result("\(again) \(text.replacing("1234", with: "1")) --output \(folder.file("x"))")
        #expect(other.standardError.contains("[paper.decree_recorded]"), "\(other.standardError)")
        // The reading is on record.
        let reads = try await stage.stage.city.psql(
            "select count(*) > 0 from audit_event where purpose = 'transfer papers'"
        )
        #expect(reads.trimmingCharacters(in: .whitespacesAndNewlines) == "t", "\(reads)")
    }

    @Test("excerpts, invitation, start of duty and hand-over follow from the decree; what does not fit is refused")
    func papers() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let numbers = [try await stage.draft(1), try await stage.draft(2)]
        for number in numbers { try await stage.lead(number) }
        let both = numbers.joined(separator: " ")
        try await stage.run("decree \(both) --by Wali~Kota --document 821/7 --dated \(stage.today.iso)")
        let folder = try ScratchDirectory()
        defer { folder.remove() }
        let to = "--to \(folder.path)"
        func page(_ name: String) throws -> String {
            try String(contentsOfFile: folder.file(name), encoding: .utf8)
        }
        let certifier = "--certifier Rudi --certifier-office Kepala~BKPSDM"
        let excerpts = try await stage.result("print excerpt --decree 821/7 \(Self.signer) \(certifier) \(to)")
        #expect(excerpts.status == 0 && excerpts.standardError.contains("2 files written"), "\(excerpts.standardError)")
        let excerpt = try page("petikan-\(numbers[0]).html")
        #expect(excerpt.contains(Self.nip(1)) && !excerpt.contains(Self.nip(2)))
        #expect(excerpt.contains("Kepala BKPSDM"))

        let invite =
            "print invitation --decree 821/7 --number 005/88 --time 09.00~WIB --venue Balai~Kota \(Self.signer) \(to)"
        let late = try await stage.result("\(invite) --dated \(stage.today.iso) --day \(stage.today.iso)")
        #expect(late.status == 65 && late.standardError.contains("[paper.refused]"), "\(late.standardError)")
        #expect(late.standardError.contains("less than one working day"))
        try await stage.run("\(invite) --dated \(stage.today.iso) --day \((stage.today + 7).iso)")
        let invitation = try page("undangan-005-88.html")
        #expect(invitation.contains("09.00 WIB") && !invitation.contains("Pengelola Lingkungan"))

        let duty = "print duty --decree 821/7 --signer Ahmad --signer-office Kepala~Dinas \(to)"
        let same = try await stage.result("\(duty) --number 800/3")
        #expect(same.status == 64 && same.standardError.contains("[paper.numbers]"), "\(same.standardError)")
        try await stage.run("\(duty) --number 800/SPMT/# --from 8")
        #expect(try page("spmt-\(numbers[1]).html").contains("Nomor 800/SPMT/9"))
        let soon = try await stage.result("\(duty) --number # --start \(stage.today.iso) --replace")
        #expect(soon.standardError.contains("before the decree's first day"), "\(soon.standardError)")

        let minutes = "print handover --number 800/BA/# --witness Rudi --witness-office Sekda \(to)"
        let nobody = try await stage.result("\(minutes) --decree 821/7")
        #expect(nobody.standardError.contains("[paper.none]"), "\(nobody.standardError)")
        try await stage.run("\(minutes) \(numbers[0]) --outgoing Plt~Budi --item arsip --item kunci")
        let handed = try page("serah-terima-\(numbers[0]).html")
        #expect(handed.contains("Plt Budi") && handed.contains("arsip") && handed.contains("kunci"))

        // What was considered is on record, or nothing is written.
        let notice =
            "print notice --decree 821/7 --number 800/PB/# --contact Bidang~Mutasi --until \((stage.today + 14).iso) "
            + "\(Self.signer) \(to)"
        let unknown = try await stage.result(notice)
        #expect(unknown.status == 65, "\(unknown.standardError)")
        for number in numbers { #expect(unknown.standardError.contains("case \(number) has no check")) }
        _ = try await stage.stage.city.psql(
            """
            insert into transfer_verdict (agency_id, transfer_check_id, rule, outcome, stops, may_be_lifted, facts)
            select agency_id, transfer_check_id, 'time_in_post_floor', 'pass', false, true,
                '[["held_since", "2024-01-05"], ["months_in_post", "34"], ["asked", "24"]]'
            from transfer_check
            """
        )
        let told = try await stage.result(notice)
        #expect(told.status == 0 && told.standardError.contains("2 files written"), "\(told.standardError)")
        let letter = try page("pemberitahuan-\(numbers[0]).html")
        #expect(letter.contains("Masa jabatan paling singkat (bulan): menjabat sejak 5 Januari 2024; lama menjabat"))
        #expect(letter.contains("Bidang Mutasi") && letter.contains("<td>Jabatan</td>"))

        let one = try await stage.result(
            "print excerpt --decree 821/7 \(Self.signer) \(certifier) --output \(folder.file("all.html"))"
        )
        #expect(one.status == 64 && one.standardError.contains("[paper.one_file]"), "\(one.standardError)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("all.html")))
        try await stage.run("revoke \(numbers[1]) --by Wali~Kota --document 9 --dated \(stage.today.iso) --note x")
        let rest = try await stage.result("print excerpt --decree 821/7 \(Self.signer) \(certifier) \(to) --replace")
        #expect(rest.status == 0 && rest.standardError.contains("revoked: \(numbers[1])"), "\(rest.standardError)")
    }

    @Test("a missing reason, several first days and wrong words are refused, each with what to do")
    func refusals() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let first = try await stage.draft(1)
        let second = try await stage.run(
            "propose --nip \(SampleFile.nip(2)) --to dlh --post \(stage.post) --basis agency_need --reason vacant "
                + "--on \((stage.day + 9).iso) --by Perencana"
        )
        for number in [first, second] { try await stage.lead(number) }
        let folder = try ScratchDirectory()
        defer { folder.remove() }
        let text = "--number 821/8 --dated \(stage.today.iso) \(Self.signer) --output \(folder.file("decree.html"))"
        let days = try await stage.result("print decree \(first) \(second) \(text)")
        #expect(days.status == 65 && days.standardError.contains("[paper.first_days]"), "\(days.standardError)")
        #expect(days.standardError.contains("\(stage.day.iso): \(first)"))
        let given = try await stage.result("print decree \(first) \(second) \(text) --first-day \(stage.day.iso)")
        #expect(given.status == 0 && given.standardError.contains("another day: \(second)"), "\(given.standardError)")

        _ = try await stage.stage.city.psql("update transfer_case set reason = ' '")
        let holes = try await stage.result(
            "print decree \(first) \(second) \(text) --first-day \(stage.day.iso) --replace --language id"
        )
        #expect(holes.status == 65 && holes.standardError.contains("[paper.refused]"), "\(holes.standardError)")
        for number in [first, second] { #expect(holes.standardError.contains("usul \(number) belum beralasan")) }

        for line in [
            "print", "print decree", "print decree \(first) \(Self.signer)", "print decree \(first) \(text) --to x",
            "print decree \(first) --batch B \(text)", "print decree \(first) --number 1 \(Self.signer) --to x",
            "print decree \(first) \(Self.signer) --output decree.pdf", "print decre \(first)", "templates",
            "templates --to x --check y", "templates --check x --replace",
            "print duty \(first) --number 1 \(Self.signer) --to x",
        ] {
            let result = try await stage.result(line)
            #expect(result.status == (line == "print" ? 0 : 64), "\(line): \(result.standardError)")
        }
        for (line, status, code) in [
            ("print decree TRF-2026-999999 \(text)", Int32(65), "[transfer.unknown]"),
            ("print decree --decree 0/0 \(Self.signer) --to \(folder.path)", 65, "[transfer.decree_unknown]"),
            ("print decree --batch B9 \(text)", 65, "[transfer.batch_unknown]"),
            ("print decree \(first) \(text) --templates /nowhere", 65, "[template.folder]"),
            (
                "print decree \(first) \(text) --first-day \(stage.day.iso) --database host=/nonexistent", 69,
                "cannot connect"
            ),
        ] {
            let result = try await stage.result(line)
            #expect(result.status == status && result.standardError.contains(code), "\(line): \(result.standardError)")
            #expect(result.standardError.contains("hint: "))
        }
    }

    @Test("templates are written once, checked with every problem, and used for the city's papers")
    func templates() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let folder = try ScratchDirectory()
        defer { folder.remove() }
        let own = folder.file("templates")
        try await stage.run("templates --to \(own)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: own).count == 8)
        let again = try await stage.result("templates --to \(own)")
        #expect(again.status == 73 && again.standardError.contains("[output.exists]"))
        let sound = try await stage.result("templates --check \(own)")
        #expect(sound.status == 0 && sound.standardError.contains("8 templates"), "\(sound.standardError)")
        let deep = try await stage.result("templates --to \(folder.file("a/b"))")
        #expect(deep.status == 73 && deep.standardError.contains("[output.refused]"), "\(deep.standardError)")

        let letterhead = try String(contentsOfFile: "\(own)/kop.mustache", encoding: .utf8)
        try (letterhead + "<p>Jalan Kapten Maulana Lubis 2</p>\r\n")
            .write(toFile: "\(own)/kop.mustache", atomically: true, encoding: .utf8)
        let number = try await stage.draft(1)
        try await stage.lead(number)
        let line = "print decree \(number) --number 1 --dated \(stage.today.iso) \(Self.signer) --templates \(own)"
        try await stage.run("\(line) --output \(folder.file("own.html"))")
        #expect(try String(contentsOfFile: folder.file("own.html"), encoding: .utf8).contains("Maulana Lubis"))

        try Data("{{nobody}}".utf8).write(to: URL(filePath: "\(own)/spmt.mustache"))
        try Data("x".utf8).write(to: URL(filePath: "\(own)/notes.txt"))
        let checked = try await stage.result("templates --check \(own) --format json")
        #expect(checked.status == 2)
        let rows = try JSONSerialization.jsonObject(with: Data(checked.standardOutput.utf8)) as? [[String: Any]]
        #expect(Set(rows?.compactMap { $0["file"] as? String } ?? []) == ["spmt.mustache", "notes.txt"])
        let refused = try await stage.result("\(line) --output \(folder.file("other.html"))")
        #expect(refused.status == 65 && refused.standardError.contains("[template.refused]"))
        #expect(refused.standardError.contains("notes.txt") && refused.standardError.contains("nobody"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("other.html")))
        let empty = try await stage.result("templates --check \(try ScratchDirectory().path)")
        #expect(empty.status == 65 && empty.standardError.contains("[template.none]"), "\(empty.standardError)")
    }

    @Test("a paper is a PDF where Chromium is, and says what is missing where it is not")
    func pdf() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let number = try await stage.draft(1)
        try await stage.lead(number)
        let folder = try ScratchDirectory()
        defer { folder.remove() }
        let words =
            ["transfer", "print", "decree", number]
            + ["--number", "1", "--dated", stage.today.iso, "--signer", "Siti"]
        func run(_ more: String..., path: String? = nil) async throws -> Program.Result {
            let environment = stage.stage.environment.merging(path.map { ["PATH": $0] } ?? [:]) { $1 }
            return try await Program.built("mutasi").run(words + ["--pdf"] + more, environment: environment)
        }
        let missing = try await run("--to", folder.path, path: "/nowhere")
        #expect(missing.status == 78 && missing.standardError.contains("[pdf.browser_missing]"))
        guard (try? PDFPrinter()) != nil else { return }
        let printed = try await run("--to", folder.path)
        #expect(printed.status == 0, "\(printed.standardError)")
        let data = try Data(contentsOf: URL(filePath: folder.file("keputusan-1.pdf")))
        #expect(data.starts(with: Array("%PDF-".utf8)) && data.count > 5_000)
    }
}
