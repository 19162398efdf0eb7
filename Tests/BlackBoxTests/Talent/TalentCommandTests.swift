import CSV
import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing

/// Talent map, appraisal, quality, pictures and exports, as a person at a terminal sees them.
@Suite("Talent and appraisal commands", .serialized, .timeLimit(.minutes(20)))
struct TalentCommandTests {
    private let mutasi = Program.built("mutasi")
    /// A place without a database.
    private let nowhere = ["MUTASI_DATABASE": "host=/nonexistent"]

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func scratch(_ suffix: String) -> String {
        FileManager.default.temporaryDirectory.path + "/mutasi-talent-\(UUID().uuidString)\(suffix)"
    }

    // MARK: - NIPs

    @Test("a wrong NIP is 65, in every argument, and none of its digits is printed")
    func wrongNIP() async throws {
        let bad = "198013452005031977"
        for line in [
            "talent show --agency dinkes --nip \(bad)", "appraisal show 2026-Q3 \(bad) --agency dinkes",
            "appraisal receive 2026-Q3 \(bad) --agency dinkes",
            "objection file 2026-Q3 \(bad) --agency dinkes --grounds g",
        ] {
            // It is read first: no database is asked.
            try await expectNoDigits(
                of: bad,
                mutasi.run(line.split(separator: " ").map(String.init), environment: nowhere)
            )
        }
        let stage = try await CommandStage.make(people: 1)
        let good = SampleFile.nip(1)
        for line in [
            "appraisal rate 2026-Q3 \(good) --agency dinkes --result 1 --behaviour 1 --rater \(bad)",
            "appraisal correct 2026-Q3 \(good) --agency dinkes --result 1 --behaviour 1 --reason r --by \(bad)",
            "calibration set 2026-Q3 \(good) --agency dinkes --result 1 --behaviour 1 --reason r --by \(bad)",
            "calibration lock 2026-Q3 --agency dinkes --by \(bad)",
            "objection decide 2026-Q3 \(good) --agency dinkes --reject --reason r --by \(bad)",
        ] {
            let words = line.split(separator: " ").map(String.init)
            let environment = stage.environment
            try expectNoDigits(
                of: bad,
                await Program.built("mutasi").run(words, environment: environment)
            )
        }
        #expect(try await stage.city.psql("select count(*) from cycle_milestone") == "0\n")
    }

    private func expectNoDigits(of nip: String, _ result: Program.Result) throws {
        #expect(result.status == 65, "\(result.standardError)")
        #expect(
            result.standardOutput.isEmpty && result.standardError.contains("[nip.invalid]"),
            "\(result.standardError)"
        )
        for length in stride(from: 6, through: 18, by: 4) {
            #expect(
                !result.standardError.contains(nip.prefix(length)) && !result.standardError.contains(nip.suffix(length))
            )
        }
    }

    // MARK: - A stage with raters

    @Test("from a rating to the decision on an objection: each step is a command, and each refusal says why")
    func appraisal() async throws {
        let stage = try await CommandStage.appraising()
        func nip(_ number: Int) -> String { SampleFile.nip(number) }
        func expect(_ status: Int32, _ words: String, _ line: String..., reason: String? = nil) async throws {
            let split =
                line.flatMap { $0.split(separator: " ").map(String.init) } + (reason.map { ["--reason", $0] } ?? [])
            let environment = stage.environment
            let result = try await Program.built("mutasi").run(split, environment: environment)
            #expect(result.status == status, "\(line): \(result.standardError)")
            #expect(result.standardError.contains(words), "\(line): \(result.standardError)")
            #expect(result.standardOutput.isEmpty && !result.standardError.contains(nip(1)))
        }
        let own = "--agency dinkes"
        try await stage.run(through: "open")
        try await expect(
            0,
            "recorded",
            "appraisal rate 2026-Q3 \(nip(4)) \(own) --result 2 --behaviour 2 --rater \(nip(2))"
        )
        try await expect(
            0,
            "recorded",
            "appraisal rate 2026-Q3 \(nip(5)) \(own) --result 3 --behaviour 2 --rater \(nip(2))"
        )
        try await expect(
            0,
            "expects another rater",
            "appraisal rate 2026-Q3 \(nip(6)) \(own) --result 2 --behaviour 2 --rater \(nip(2))"
        )
        try await expect(
            65,
            "nobody rates themselves",
            "appraisal rate 2026-Q3 \(nip(4)) \(own) --result 1 --behaviour 1 --rater \(nip(4))"
        )
        try await expect(
            65,
            "no appraisal of this NIP",
            "appraisal rate 2026-Q3 \(nip(50)) \(own) --result 1 --behaviour 1"
        )
        try await stage.run()
        try await expect(
            65,
            "closed",
            "appraisal rate 2026-Q3 \(nip(4)) \(own) --result 1 --behaviour 1 --rater \(nip(2))"
        )
        try await expect(
            0,
            "version 2",
            "appraisal correct 2026-Q3 \(nip(5)) \(own) --result 2 --behaviour 2 --by \(nip(2))",
            reason: "typing error"
        )
        try await expect(
            0,
            "version 2",
            "calibration set 2026-Q3 \(nip(6)) \(own) --result 1 --behaviour 2 --by \(nip(1))",
            reason: "as the team's"
        )
        try await expect(65, "not released", "appraisal receive 2026-Q3 \(nip(4)) \(own) --on 2026-10-20")
        try await expect(0, "is locked", "calibration lock 2026-Q3 \(own) --by \(nip(1))")
        try await expect(0, "already", "calibration lock 2026-Q3 \(own) --by \(nip(1))")
        try await expect(
            65,
            "locked",
            "calibration set 2026-Q3 \(nip(4)) \(own) --result 1 --behaviour 1 --by \(nip(1))",
            reason: "too late"
        )
        let calibrated = try await stage.rows("calibration", "list", "2026-Q3", "--agency", "dinkes")
        #expect(calibrated.compactMap { $0["nip"] as? String } == [nip(6)])
        #expect(
            calibrated.first?["by"] as? String == nip(1) && calibrated.first?["reason"] as? String == "as the team's"
        )
        #expect(try await stage.rows("appraisal", "revisions", "2026-Q3", "--agency", "dinkes").count == 2)

        try await stage.run(through: "release")
        try await expect(0, "until 2026-11-03", "appraisal receive 2026-Q3 \(nip(4)) \(own) --on 2026-10-20")
        try await expect(65, "the receipt of 2026-10-20", "appraisal receive 2026-Q3 \(nip(4)) \(own) --on 2026-10-21")
        let receive = "appraisal receive 2026-Q3 \(nip(4)) \(own)"
        try await expect(64, "needs --on and --reason", "\(receive) --on 2026-10-21 --correct")
        try await expect(64, "--reason needs", receive, reason: "typing error")
        try await expect(0, "until 2026-11-04", "\(receive) --on 2026-10-21 --correct", reason: "typing error")
        try await expect(0, "until 2026-11-03", "\(receive) --on 2026-10-20 --correct", reason: "typing error")
        try await expect(65, "2026-11-03", "objection file 2026-Q3 \(nip(4)) \(own) --on 2026-11-04 --grounds late")
        #expect(try await stage.rows("objection", "list", "2026-Q3", "--agency", "dinkes").isEmpty)
        try await expect(
            0,
            "filed",
            "objection file 2026-Q3 \(nip(4)) \(own) --on 2026-11-03 --grounds targets --for-the-person"
        )
        let decide = "objection decide 2026-Q3 \(nip(4)) \(own) --on 2026-11-10 --result 1 --behaviour 1"
        try await expect(65, "rater cannot decide", "\(decide) --by \(nip(2))", reason: "heard both")
        try await expect(65, "superior", "\(decide) --by \(nip(3))", reason: "heard both")
        try await expect(0, "granted; version 2", "\(decide) --by \(nip(1))", reason: "heard both")
        try await expect(65, "final", "\(decide) --by \(nip(1))", reason: "again")
        let objections = try await stage.rows("objection", "list", "2026-Q3", "--agency", "dinkes")
        #expect(objections.compactMap { $0["decision"] as? String } == ["granted"])

        let shown = try await stage("appraisal", "show", "2026-Q3", nip(4), "--agency", "dinkes", "--format", "json")
        let record = try object(shown.standardOutput)
        #expect(record["state"] as? String == "decided" && record["rater"] as? String == nip(2))
        let versions = try #require(record["versions"] as? [[String: Any]])
        #expect(versions.compactMap { $0["rating"] as? String } == ["baik", "sangat_baik"])
        #expect(versions.compactMap { $0["kind"] as? String } == ["cycle", "objection"])
        let table = try await stage("appraisal", "show", "2026-Q3", nip(4), "--agency", "dinkes")
        #expect(table.status == 0 && table.standardOutput.contains("Objection of 2026-11-03"))
    }

    // MARK: - Talent map, pictures, exports, quality

    @Test("the talent map, a person, the pool, successors and the workforce, as JSON; map and day agree")
    func talent() async throws {
        let stage = try await CommandStage.appraising(rated: 1...8)
        try await stage.run()
        let map = try await stage.rows("talent", "map", "2026-Q3", "--agency", "dinkes")
        #expect(map.count == 10 && map.reduce(0) { $0 + ($1["people"] as? Int ?? 0) } == 8)
        let asOf = try await stage.rows("talent", "map", "--as-of", "2026-10-16")
        #expect(asOf.map { $0["people"] as? Int } == map.map { $0["people"] as? Int })
        let picture = try await stage("talent", "map", "2026-Q3")
        #expect(picture.status == 0 && !picture.standardOutput.isEmpty)

        let show = try await stage(
            "talent",
            "show",
            "2026-Q3",
            "--agency",
            "dinkes",
            "--nip",
            SampleFile.nip(4),
            "--format",
            "json"
        )
        let person = try object(show.standardOutput)
        #expect(person["nip"] as? String == SampleFile.nip(4) && person["box"] as? Int == 8)
        #expect((person["missing"] as? [String])?.contains("award") == true)
        let evidence = try #require(person["evidence"] as? [[String: Any]])
        #expect(
            Set(evidence.compactMap { $0["kind"] as? String })
                .isSuperset(of: ["competency", "potential", "rating", "posting"])
        )
        let page = scratch(".html")
        let written = try await stage(
            "talent",
            "show",
            "2026-Q3",
            "--agency",
            "dinkes",
            "--nip",
            SampleFile.nip(4),
            "--page",
            page
        )
        #expect(written.status == 0)
        #expect(try String(contentsOfFile: page, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        #expect(try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int == 0o600)

        #expect(try await stage.rows("talent", "pool", "2026-Q3").count == 8)
        let critical = try await stage.rows("talent", "critical", "--agency", "dinkes")
        #expect(critical.compactMap { $0["post"] as? String } == ["Kepala Dinas"])
        let post = try await stage.city.psql("select post_id from post where title = 'Kepala Bidang B'")
            .trimmingCharacters(in: .newlines)
        #expect(
            try await stage("talent", "critical", "--agency", "dinkes", "--add", post).standardError.contains("changed")
        )
        #expect(try await stage.rows("talent", "critical").compactMap { $0["marked"] as? Bool } == [false, true])
        let successors = try await stage.rows("talent", "successors", "2026-Q3")
        let heads = successors.filter { $0["post"] as? String == "Kepala Dinas" }
        #expect(
            heads.compactMap { $0["nip"] as? String } == [2, 3, 7].map { SampleFile.nip($0) },
            "three, as the rules ask"
        )
        let four = try await stage.rows("talent", "successors", "2026-Q3", "--agency", "dinkes", "--limit", "9")
            .filter { $0["post"] as? String == "Kepala Dinas" }
        #expect(four.compactMap { $0["place"] as? Int } == [1, 2, 3, 4])
        #expect(
            heads.allSatisfy { $0["eligible"] as? Bool == false && ($0["flags"] as? String)?.contains("rank") == true }
        )
        let due = try await stage.rows("talent", "due", "--as-of", "2026-02-01")
        #expect(due.count == 8 && due.allSatisfy { $0["months"] as? Int == 60 && $0["standing"] as? String == "due" })
        #expect(try await stage.rows("talent", "due", "--as-of", "2026-01-31").isEmpty)
        #expect(try await stage.rows("talent", "due", "--as-of", "2026-01-31", "--eligible").count == 8)
        #expect(try await stage.rows("talent", "retirements").isEmpty)
        #expect(try await stage.rows("talent", "vacancies", "--by", "2045-01-01", "--level", "jpt_pratama").count == 1)
        let past = try await stage("talent", "vacancies", "--as-of", "2026-01-31", "--by", "2026-01-30")
        #expect(past.status == 64 && past.standardError.contains("2026-01-31"))
        #expect(try await stage.rows("cycle", "distribution", "2026-Q3", "--agency", "dinkes").count == 6)
        #expect(
            try await stage("cycle", "rate-agency", "2026-Q3", "--agency", "dinkes", "--rating", "baik").status == 0
        )
        #expect(try await stage("cycle", "severity", "2026-Q3").status == 0)
        #expect(try await stage("cycle", "fairness", "2026-Q3").status == 0)
        #expect(try await stage.rows("cycle", "excluded", "2026-Q3", "--agency", "dinkes").isEmpty)
        let report = scratch(".html")
        #expect(try await stage("report", "talent", "2026-Q3", "--agency", "dinkes", "--output", report).status == 0)
        try Self.expectPage(try String(contentsOfFile: report, encoding: .utf8))
    }

    @Test(
        "every picture in every form is complete, on standard output and in a file",
        arguments: ["nine-box", "distribution", "coverage", "ages", "tenure"]
    )
    func chart(_ kind: String) async throws {
        let stage = try await CommandStage.appraising(rated: 1...8)
        try await stage.run()
        try #require(
            try await stage("cycle", "rate-agency", "2026-Q3", "--agency", "dinkes", "--rating", "baik").status == 0
        )
        let isOfCycles = kind == "nine-box" || kind == "distribution"
        let ofCycle = ["chart", kind, "--cycle", "2026-Q3"]
        #expect(try await Program.built("mutasi").run(ofCycle + ["--as-of", "2026-10-20"]).status == 64)
        if !isOfCycles { #expect(try await Program.built("mutasi").run(ofCycle).status == 64) }
        for scope in [
            [], ["--agency", "dinkes"], (isOfCycles ? ["--cycle", "2026-Q3"] : []) + ["--language", "id"],
        ] {
            for form in ["terminal", "svg", "html", "csv", "json"] {
                let words = ["chart", kind, "--as", form] + scope
                let environment = stage.environment
                let result = try await Program.built("mutasi").run(words, environment: environment)
                #expect(result.status == 0, "\(words): \(result.standardError)")
                let text = result.standardOutput
                switch form {
                case "terminal": #expect(text.contains("\n") && !text.contains("\u{1B}") && !text.contains("<svg"))
                case "svg": try Self.expectSVG(text)
                case "html": try Self.expectPage(text)
                case "csv":
                    let lines = text.split(separator: "\n")
                    let columns = try #require(lines.first).split(separator: ",", omittingEmptySubsequences: false)
                        .count
                    #expect(lines.count > 1 && columns > 1)
                default:
                    let rows = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
                    #expect(rows?.isEmpty == false)
                }
            }
        }
        let path = scratch(".svg")
        let written = try await stage("chart", kind, "--as", "svg", "--output", path)
        #expect(written.status == 0 && written.standardOutput.isEmpty)
        try Self.expectSVG(try String(contentsOfFile: path, encoding: .utf8))
        #expect(try await stage("chart", kind, "--output", "/nonexistent/x.svg").status == 73)
    }

    /// Its tags close in their order, and it describes its content.
    private static func expectSVG(_ text: String) throws {
        let svg = text.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(
            svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\"")
        )
        #expect(svg.contains("<title") && svg.contains("<text") && !svg.contains("nan") && !svg.contains("inf\""))
        var open: [Substring] = []
        for tag in svg.matches(of: /<(\/?)([a-z][a-zA-Z]*)([^>]*?)(\/?)>/) {
            if tag.1 == "/" { #expect(open.popLast() == tag.2) } else if tag.4.isEmpty { open.append(tag.2) }
        }
        #expect(open.isEmpty)
    }

    private static func expectPage(_ text: String) throws {
        let page = text.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>"))
        #expect(!page.contains("src=\"http") && !page.contains("href=\"http"), "a page needs no network")
        let pictures = page.matches(of: /<svg [\s\S]*?<\/svg>/)
        #expect(!pictures.isEmpty)
        for picture in pictures {
            #expect(picture.0.matches(of: /<g[ >]/).count == picture.0.matches(of: /<\/g>/).count)
        }
    }

    @Test("quality ends with 2 when there is an offender, lists the person on request, and with 0 when there is none")
    func quality() async throws {
        let stage = try await CommandStage.appraising(rated: 1...8)
        try await stage.run()
        let clean = try await stage("quality", "--only", "ACC_1", "CON_2", "--format", "json")
        #expect(clean.status == 0, "\(clean.standardOutput)")
        _ = try await stage.city.psql(
            "update person set confirmed_on = '2004-01-01' where nip = '\(SampleFile.nip(4))'"
        )
        let found = try await stage("quality", "--agency", "dinkes", "--only", "ACC_1", "CON_2", "--format", "csv")
        #expect(found.status == 2)
        #expect(
            found.standardOutput.contains("ACC_1,accuracy,1,") && found.standardOutput.contains("CON_2,consistency,0,")
        )
        #expect(!found.standardOutput.contains(SampleFile.nip(4)), "counts name nobody")
        let listed = try await stage("quality", "--list", "--only", "ACC_1", "--format", "csv")
        #expect(listed.status == 2 && listed.standardOutput.contains("ACC_1,dinkes,'\(SampleFile.nip(4))"))
        let all = try await stage("quality", "--as-of", "2026-11-01")
        #expect(all.status == 2 && all.standardOutput.contains("COM_1") && all.standardOutput.contains("CON_4"))
        #expect(try await stage("quality", "--agency", "nobody").status == 65)
        let reads = try await stage.city.psql("select count(*) from audit_event where operation = 'read'")
        #expect(reads != "0\n")
    }

    @Test("an export is for its owner only, can be imported again, and needs its cycle")
    func export() async throws {
        let stage = try await CommandStage.appraising(rated: 1...8)
        try await stage.run()
        for (kind, cycle, rows) in [
            ("people", false, 8), ("posts", false, 8), ("ratings", true, 8), ("talent", true, 8),
        ] {
            let path = scratch(".csv")
            let without = try await stage("export", kind, "--agency", "dinkes", "--output", path)
            #expect(without.status == (cycle ? 64 : 0), "\(kind): \(without.standardError)")
            #expect(FileManager.default.fileExists(atPath: path) == !cycle)
            if cycle {
                let with = try await stage("export", kind, "--agency", "dinkes", "--cycle", "2026-Q3", "--output", path)
                #expect(with.status == 0 && with.standardError.contains("\(rows) rows"), "\(with.standardError)")
            }
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(text.split(separator: "\n").count == rows + 1)
            // A closed cycle accepts no more ratings.
            guard kind != "ratings" else { continue }
            let back = kind == "talent" ? "assessments" : kind
            let read = try await stage("import", back, path, "--agency", "dinkes")
            #expect(read.status == 0, "\(kind): \(read.standardError)")
        }
        #expect(
            try await stage("export", "people", "--agency", "dinkes", "--output", "/nonexistent/x.csv").status == 73
        )
        #expect(try await stage("export", "people", "--agency", "nobody", "--output", scratch(".csv")).status == 65)
    }
}
