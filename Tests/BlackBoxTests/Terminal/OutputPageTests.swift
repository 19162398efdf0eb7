import CityDatabase
import Foundation
import Personnel
import Programs
import TestSupport
import Testing

/// Compares `Output.md` with the programs: a key that is added, renamed or removed must be on the page.
@Suite("The page of outputs", .timeLimit(.minutes(20)))
struct OutputPageTests {
    /// The arguments after each command's words. A command of the page without a line here fails.
    private static let arguments: [String: [String]] = {
        let (nip, first, agency) = (SampleFile.nip(4), "2026-Q3", "--agency dinkes")
        let unit = "B"
        // Numbers begin with the year of the city's day.
        let transfer = "TRF-\(TransferStage.today.year)-000001"
        let lines = [
            "local status": [""], "db status": [""], "db check": [""],
            "agency add": ["dishub --name Dishub --kind dinas --dry-run"], "agency list": [""],
            "agency show": ["dinkes"],
            "unit list": [""], "unit show": ["\(unit) \(agency)"], "unit show --history": ["\(unit) \(agency)"],
            "login list": [""], "import": ["people - \(agency) --dry-run"],
            "person show": ["\(nip) \(agency)"],
            "person correct": ["\(nip) --name Budi --reason test --by BKPSDM \(agency)"],
            "person corrections": ["\(nip) \(agency)"],
            "assignment correct": ["\(nip) --decree 821/1 --reason test --by BKPSDM \(agency)"],
            "post correct": ["1 --title Sekretaris --reason test --by BKPSDM \(agency)"],
            "post corrections": [agency],
            "quality": [agency], "quality --list": [agency],
            "cycle list": [""], "cycle show": [first], "cycle excluded": ["\(first) \(agency)"],
            "cycle reminders": ["\(first) \(agency)"], "cycle missing": [first], "cycle distribution": [first],
            "cycle severity": [first], "cycle fairness": [first],
            "appraisal show": ["\(first) \(nip) \(agency)", "2026 \(nip) \(agency)"],
            "appraisal revisions": ["\(first) \(agency)"], "calibration list": ["\(first) \(agency)"],
            "objection list": ["\(first) \(agency)"],
            "rules list": [""], "rules show": ["2026.1"], "rules diff": ["2026.1 2026.1"],
            "rules try talent": ["--performance 90,80,-,70 --potential 80,80,80,80,80,80,80"],
            "rules try match": ["--standard 3,3 --achieved 3,2"], "rules try rating": ["--result 1 --behaviour 2"],
            "talent map": [first], "talent pool": [first], "talent show": ["\(first) --nip \(nip) \(agency)"],
            "talent successors": [first], "talent critical": [""], "post list": [""], "title list": [""],
            "post show": ["1 \(agency)"], "talent due": [""],
            "transfer list": [""], "transfer show": [transfer], "transfer show --verdicts": [transfer],
            "transfer show --steps": [transfer], "transfer requests": [""], "transfer check": ["--by Analis"],
            "transfer due": [""], "transfer chains": [""], "transfer chains --without": [transfer],
            "transfer chains --lots": [""], "transfer templates --check": ["{templates}"],
            "transfer freeze list": [""], "transfer rules list": [""], "reconcile": ["-"],
            "talent retirements": ["--months 600"], "talent vacancies": [""],
            "talent find": ["--competency komunikasi>=1"],
            "talent find --for": ["dinkes/1"],
            "chart nine-box": ["--cycle \(first)"], "chart distribution": ["--cycle \(first)"], "chart coverage": [""],
            "chart ages": [""], "chart tenure": [""],
            "run list": ["--state all"], "run show": ["1"], "run show --failures": ["1"],
            "job list": ["--state all"], "job show": ["1"], "job stats": [""],
            "schedule add": ["again --kind forget_jobs --payload {\"done\":3} --rule FREQ=DAILY --dry-run"],
            "schedule list": [""],
            "schedule show": ["quarters"], "schedule backfill": ["quarters --from 2026-01-01 --dry-run"],
            "holiday list": [""],
            "audit list": [""], "audit show": ["{event}"], "audit verify": [""], "audit erase list": [""],
        ]
        return lines
    }()

    /// Keys within objects that the test's city does not have: no person failed in a run.
    private static let unfilled: Set = ["people_failed"]

    @Test("names every command that lists, and no other")
    func commands() async throws {
        let command = try await HelpCommand.of("mutasi")
        let listing = Set(command.leaves().filter { $0.options.contains("format") && $0.words != "chart" }.map(\.words))
        let charts = ["nine-box", "distribution", "coverage", "ages", "tenure"].map { "chart \($0)" }
        let named = try OutputPage.read().entries.map(\.command)
            .map { $0.split(separator: " ").filter { !$0.hasPrefix("-") }.joined(separator: " ") }
        #expect(listing.count > 40)
        #expect(Set(named) == listing.union(charts))
    }

    @Test("gives the keys of each command's JSON and CSV")
    func keys() async throws {
        let stage = try await Self.stage()
        let entries = try OutputPage.read().entries
        #expect(entries.count > 50)
        for entry in entries {
            let lines = try #require(Self.arguments[entry.command], "\(entry.command): say how the test calls it")
            var found: Set<String> = []
            for line in lines {
                let csv = try await Self.output(of: entry.command, line, as: "csv", stage)
                let header = csv.prefix { $0 != "\n" && $0 != "\r\n" }.split(separator: ",").map(String.init)
                #expect(header == entry.csv, "\(entry.command), CSV")
                let json = try await Self.output(of: entry.command, line, as: "json", stage)
                let value = try #require(
                    try? JSONSerialization.jsonObject(with: Data(json.utf8)),
                    "\(entry.command): no JSON"
                )
                #expect(entry.isList == (value is [Any]), "\(entry.command): a list or one object")
                for object in value as? [Any] ?? [value] { found.formUnion(Self.paths(of: object)) }
            }
            // For a list without rows the header has shown the keys.
            if entry.isList, found.isEmpty { continue }
            let said = Set(entry.json)
            let unsaid = found.filter { path in !said.contains { $0 == path || $0.hasPrefix(path + ".") } }
            #expect(unsaid.isEmpty, "\(entry.command), JSON: not on the page")
            let lacking = said.subtracting(found)
                .filter { path in !Self.unfilled.contains { path.hasPrefix($0 + ".") } }
            #expect(lacking.isEmpty, "\(entry.command), JSON: on the page only")
        }
    }

    @Test("every list fits every terminal, and cuts no NIP, date or code")
    func widths() async throws {
        let stage = try await Self.stage()
        for entry in try OutputPage.read().entries where !entry.command.hasPrefix("chart") {
            let line = try #require(Self.arguments[entry.command]).first ?? ""
            let values = Self.codes(in: try await Self.output(of: entry.command, line, as: "csv", stage))
            for width: UInt16 in [60, 80, 120] {
                let (words, remove) = try await Self.words(of: entry.command, line, stage)
                defer { remove() }
                let shown = try await stage.shown(words, columns: width, withMessages: false)
                let text = shown.text.replacing(/\u{1B}\[[0-9;]*m/, with: "").replacing("\r\n", with: "\n")
                let widest = text.split(separator: "\n").max { $0.count < $1.count } ?? ""
                // That nothing was found is told on standard error.
                #expect(!text.isEmpty || ["audit verify", "db check"].contains(entry.command), "\(words)")
                #expect(widest.count <= width, "\(words), \(width) columns: \(widest)")
                for piece in text.matches(of: /([^\s…]+)…/).map({ String($0.1) }) {
                    let whole = values.first { $0.count > piece.count && $0.hasPrefix(piece) }
                    #expect(whole == nil, "\(words), \(width) columns: cut \(whole ?? "")")
                }
            }
        }
    }

    @Test("a list of nothing is a header in CSV, and an array in JSON, of every command")
    func empty() async throws {
        let city = try await TestCity.make()
        let environment = ["MUTASI_DATABASE": city.uri(user: "medan_admin"), "MUTASI_LOCAL_DIRECTORY": "/nowhere"]
        _ = try await city.add("dinkes")
        let stage = CommandStage(city: city, agencies: [])
        try #require(try await stage("cycle", "add", "2026-Q3").status == 0)
        var empty = 0
        for entry in try OutputPage.read().entries
        where entry.isList && !["import", "reconcile"].contains(entry.command) {
            for line in try #require(Self.arguments[entry.command]) {
                let words = "\(entry.command) \(line)".split(separator: " ").map(String.init)
                func output(_ format: String) async throws -> Program.Result {
                    let option = ["--format", format]
                    return try await Program.built("mutasi").run(words + option, environment: environment)
                }
                let json = try await output("json")
                // A person, a schedule or an event that is not there is an error and no list.
                guard [0, 2].contains(json.status) else { continue }
                let rows = try #require(
                    try? JSONSerialization.jsonObject(with: Data(json.standardOutput.utf8)) as? [Any],
                    "\(words): no JSON"
                )
                let csv = try await output("csv").standardOutput.split(separator: "\n")
                #expect(csv.first?.split(separator: ",").map(String.init) == entry.csv, "\(words)")
                #expect(csv.count >= rows.count + 1, "\(words)")
                if rows.isEmpty { empty += 1 }
            }
        }
        #expect(empty > 15)
    }

    @Test("gives every exit status")
    func statuses() throws {
        #expect(try OutputPage.read().statuses == ExitStatus.allCases.map(\.rawValue))
    }

    /// Keys of an object, those of objects within it after a dot.
    private static func paths(of value: Any) -> Set<String> {
        guard let object = value as? [String: Any] else { return [] }
        var paths: Set<String> = []
        for (key, value) in object {
            let within = (value as? [Any] ?? [value]).reduce(into: Set<String>()) { $0.formUnion(Self.paths(of: $1)) }
            paths.formUnion(within.isEmpty ? [key] : within.map { "\(key).\($0)" })
        }
        return paths
    }

    /// The words of a command, with an event of the trail in the place of "{event}", a folder with a wrong template in that of
    /// "{templates}" and a file of one person in that of "-", and what removes files.
    private static func words(
        of command: String,
        _ line: String,
        _ stage: CommandStage
    ) async throws -> ([String], remove: () -> Void) {
        var words = "\(command) \(line)".split(separator: " ").map(String.init)
        if let place = words.firstIndex(of: "{event}") {
            words[place] = try await stage.city.psql("select min(audit_event_id) from audit_event")
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if let place = words.firstIndex(of: "{templates}") {
            let folder = try ScratchDirectory()
            _ = try folder.write("spmt.mustache", "{{nobody}}\n")
            words[place] = folder.path
            return (words, folder.remove)
        }
        let files = [
            "import": "\(SampleFile.peopleHeader)\r\n\(SampleFile.person(30))\r\n",
            "reconcile": "\(SampleFile.postsHeader)\r\n\(SampleFile.post(4, title: "Camat"))\r\n",
        ]
        guard let text = files[command] else { return (words, {}) }
        let file = try SampleFile.write(text)
        return (words.map { $0 == "-" ? file : $0 }, { try? FileManager.default.removeItem(atPath: file) })
    }

    /// The fields of a CSV that are one word with a digit in it, or lower case: NIPs, dates, codes, states.
    private static func codes(in csv: String) -> Set<String> {
        let fields = csv.split(whereSeparator: { $0.isNewline || $0 == "," }).map { String($0.drop { $0 == "'" }) }
        return Set(fields.filter { !$0.contains(" ") && ($0.contains(/\d/) || $0 == $0.lowercased()) })
    }

    private static func output(
        of command: String,
        _ line: String,
        as format: String,
        _ stage: CommandStage
    ) async throws -> String {
        let (words, remove) = try await words(of: command, line, stage)
        defer { remove() }
        let folder = try ScratchDirectory()
        let result = try await Program.built("mutasi")
            .run(
                words + ["--format", format],
                environment: stage.environment.merging(["MUTASI_LOCAL_DIRECTORY": folder.file("local")]) { $1 }
            )
        #expect([0, 2].contains(result.status), "\(words): \(result.standardError)")
        return result.standardOutput
    }

    /// A cycle from its opening to an objection, a year that has begun, evidence, jobs, a schedule that has fired, and a login.
    private static func stage() async throws -> CommandStage {
        let stage = try await CommandStage.appraising(rated: 2...6, ownRoles: true)
        func run(_ line: String) async throws {
            let words = line.split(separator: " ").map(String.init)
            let result = try await Program.built("mutasi").run(words, environment: stage.environment)
            try #require(result.status == 0, "\(line): \(result.standardError)")
        }
        func nip(_ number: Int) -> String { SampleFile.nip(number) }
        try await stage.city.importLines(
            .awards,
            "nip,hargaNama,tingkat,skNomor,skTanggal",
            ["\(nip(4)),Satyalancana,Nasional,1/2,01-02-2025"],
            to: stage.agencies[0]
        )
        try await stage.run()
        let own = "--agency dinkes"
        try await run(
            "calibration set 2026-Q3 \(nip(6)) \(own) --result 1 --behaviour 2 --by \(nip(1)) --reason pattern"
        )
        try await stage.run(through: "release")
        try await run("appraisal receive 2026-Q3 \(nip(4)) \(own) --on 2026-10-20")
        try await run("objection file 2026-Q3 \(nip(4)) \(own) --on 2026-11-03 --grounds targets")
        try await run(
            "objection decide 2026-Q3 \(nip(4)) \(own) --on 2026-11-10 --result 1 --behaviour 1 --by \(nip(1)) --reason heard"
        )
        try await run("cycle add 2026")
        try await stage.run("2026", through: "open")
        // A year in which a person changes posts has segments.
        _ = try await stage.city.psql(
            """
            create temporary view numbered as
            select p.nip, e.employment_id from employment e join person p using (agency_id, person_id);
            update post set capacity = capacity + 1;
            update assignment set valid = daterange(lower(valid), '2026-06-01')
            where employment_id = (select employment_id from numbered where nip = '\(nip(4))');
            insert into assignment (agency_id, employment_id, post_id, valid)
            select agency_id, (select employment_id from numbered where nip = '\(nip(4))'), post_id, '[2026-06-01,)'
            from assignment
            where employment_id = (select employment_id from numbered where nip = '\(nip(6))')
            """
        )
        // The reminder goes to the rater of each part.
        try await stage.run("2026", through: "remind")
        try await run(
            "schedule add quarters --kind add_cycle --payload {\"period\":\"quarter\"} --anchor 2024-01-01 "
                + "--rule FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1;BYHOUR=6"
        )
        try await run("schedule backfill quarters --from 2026-01-01 --through 2026-04-01")
        let worked = try await Program.built("mutasid")
            .run(["--until-idle"], environment: ["MUTASI_DATABASE": stage.city.uri(user: "medan_daemon")])
        try #require(worked.status == 0, "\(worked.standardError)")
        try await run("login add siasn \(own)")
        let day = TransferStage.today.adding(months: 1).iso
        try await run(
            "transfer propose --nip \(nip(5)) --to dinkes --post 1 --basis agency_need --reason vacant --on \(day) --by Analis"
        )
        try await run(
            "transfer propose --nip \(nip(6)) --to dlh --post 9 --basis agency_need --reason vacant --on \(day) --by X \(own)"
        )
        try await run("transfer freeze add --kind new_head --from 2025-02-20 --basis UU --by Analis")
        let checked = try await stage("transfer", "check", "--by", "Analis")
        try #require(checked.status == 2, "\(checked.standardError)")
        return stage
    }
}
