import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing
import Texts

@Suite("mutasi reconcile", .timeLimit(.minutes(20)))
struct ReconcileCommandTests {
    /// rw_jabatan as Excel saves it: BOM, semicolons, CRLF, apostrophes.
    private func excel(_ lines: [String], header: String = SampleFile.postsHeader) -> String {
        let rows = ([header] + lines).map { $0.replacing(",", with: ";") }
        return "\u{FEFF}" + rows.joined(separator: "\r\n") + "\r\n"
    }

    private func kinds(_ rows: [[String: Any]]) -> [String] { rows.compactMap { $0["difference"] as? String } }

    @Test(
        "the same posts give 0, whatever Excel made of the file; each difference is listed with what would mend it, and 2"
    )
    func posts() async throws {
        let stage = try await TransferStage.make()
        let before = try await stage.stage.city.psql("select count(*) from assignment")
        let same = (1...6).map { SampleFile.post($0).replacing(SampleFile.nip($0), with: "'" + SampleFile.nip($0)) }
        let equal = try await stage.reconcile(excel(same))
        #expect(equal.status == 0 && equal.rows.isEmpty, "\(equal)")
        #expect(equal.said.contains("6 people compared, 0 differences"))
        let found = try await stage.reconcile(
            excel([
                SampleFile.post(1, since: "01-02-2020"), SampleFile.post(2, title: "Camat", since: "01-02-2024"),
                SampleFile.post(3), SampleFile.post(3), SampleFile.post(4).replacing("800/1", with: "800/2"),
                "x,123,4,U1,null,,soon,800/1,15-01-2021,Bidang U1,Pengadministrasi", SampleFile.post(30),
                SampleFile.post(5), ";;;;;;;;;;", "x,\(SampleFile.nip(6)),4,U1,null,,,,,Bidang U1,Pengadministrasi",
            ])
        )
        #expect(found.status == 2)
        #expect(
            kinds(found.rows) == [
                "unreadable", "unreadable", "unreadable", "first_day", "post", "repeated", "decree", "person_unknown",
            ],
            "\(found)"
        )
        let unreadable = found.rows.prefix(3).map { "\($0["line"] ?? "") \($0["there"] ?? "")" }
        #expect(unreadable == ["7 nipBaru", "7 tmtJabatan", "11 tmtJabatan"], "\(found.rows)")
        let first = try #require(found.rows.first { $0["difference"] as? String == "first_day" })
        #expect(first["here"] as? String == "2021-02-01" && first["there"] as? String == "2020-02-01")
        #expect(first["agency"] as? String == "dinkes" && first["name"] as? String == "Budi Sihombing")
        #expect((first["mend"] as? String)?.hasPrefix("'mutasi assignment correct \(SampleFile.nip(1))'") == true)
        #expect(found.said.contains("8 differences") && found.said.contains("1 row"))
        #expect(try await stage.stage.city.psql("select count(*) from assignment") == before)
        let some = excel(Array(same.prefix(5)))
        #expect(kinds(try await stage.reconcile(some).rows) == ["person_missing"])
        #expect(try await stage.reconcile(some, "--partial").status == 0)
        let read = try await stage.stage.rows("audit", "list")
        #expect(read.contains { "\($0)".contains("reconcile") })
    }

    @Test("a transfer is followed from its effect to the report, in SIASN's histories and in I-Mut")
    func transfer() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let number = try await stage.effective(2)
        let rows = (1...6).map { SampleFile.post($0) }
        func differences(_ lines: [String]) async throws -> [String] {
            try await stage.reconcile(excel(lines)).rows
                .map { "\($0["difference"] ?? "") \($0["transfer"] ?? "") \($0["mend"] ?? "")" }
        }
        let entry = "enter \(number) in SIASN ('mutasi transfer export \(number)' writes the row), then "
        #expect(
            try await differences(rows) == [
                "report \(number) \(entry)'mutasi transfer duty \(number)' and 'mutasi transfer report \(number)'"
            ]
        )
        try await stage.run("duty \(number) --by Analis")
        #expect(try await differences(rows) == ["report \(number) \(entry)'mutasi transfer report \(number)'"])
        let imut = "nip;statusUsulan;nomorPertek\r\n'\(SampleFile.nip(2));Telah update di profile;AP/1\r\n"
        let reported = try await stage.reconcile(imut)
        #expect(
            reported.rows.first?["mend"] as? String == "SIASN has it: 'mutasi transfer report \(number)'",
            "\(reported)"
        )
        #expect(reported.rows.first?["here"] as? String == "on_duty")
        try await stage.run("report \(number) --by Analis")
        #expect(try await stage.reconcile(imut).status == 0)
        #expect(try await differences(rows).first?.contains("is reported here") == true)
        let history =
            rows + [
                SampleFile.post(2, unit: "L1", title: "Pengelola Lingkungan", since: stage.today.siasn)
                    .replacing("800/1,15-01-2021", with: "821/1,\(stage.today.siasn)")
            ]
        #expect(try await differences(history) == [])
        // The agency that gave the person sees that SIASN lags, and nothing of the other one.
        let own = try await stage.reconcile(excel(rows), "--agency", "dinkes")
        #expect(
            kinds(own.rows) == ["agency"] && own.rows.first?["mend"] as? String == "BKPSDM enters the transfer in SIASN"
        )
        #expect(!"\(own)".contains("Pengelola"))
    }

    @Test("main data says also who left, and a number that changed")
    func people() async throws {
        let stage = try await TransferStage.make()
        try await stage.stage.city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(7, name: "Citra Lubis")],
            to: stage.stage.agencies[0]
        )
        let header = "nip_baru,nama,kedudukan_hukum_nama,jabatan_nama,tmt_jabatan,unor_id,unor_nama"
        func row(_ nip: String, _ name: String = "Budi Sihombing", _ legal: String = "Aktif") -> String {
            "'\(nip),\(name),\(legal),Pengadministrasi,01-02-2021,U1,Bidang U1"
        }
        let other = String(SampleFile.nip(7).dropLast(3)) + "009"
        let found = try await stage.reconcile(
            excel(
                (1...5).map { row(SampleFile.nip($0)) } + [row(SampleFile.nip(6), "Budi Sihombing", "Pensiun")]
                    + [row(other, "CITRA LUBIS")],
                header: header
            )
        )
        #expect(kinds(found.rows) == ["departure", "nip"], "\(found)")
        let mend = found.rows.last?["mend"] as? String
        #expect(mend?.hasPrefix("'mutasi person correct \(SampleFile.nip(7)) --nip \(other)'") == true, "\(found.rows)")
    }

    @Test("an agency's own comparison tells nothing of people of another one, and its own login reads nothing")
    func agency() async throws {
        let stage = try await TransferStage.make()
        let rows = (1...6).map { SampleFile.post($0, title: "Camat", since: "01-02-2024") }
        let other = try await stage.reconcile(excel(rows), "--agency", "dlh")
        #expect(other.status == 0 && other.rows.isEmpty && !other.said.contains("Budi"), "\(other)")
        #expect(other.said.contains("6 rows about people or units of other agencies passed over"))
        #expect(
            kinds(try await stage.reconcile(excel(rows), "--agency", "dinkes").rows)
                == Array(repeating: "post", count: 6)
        )
        let imut = "nip,statusUsulan\n\(SampleFile.nip(1)),12\n"
        #expect(try await stage.reconcile(imut, "--agency", "dlh").status == 0)

        let own = try await CommandStage.make(ownRoles: true)
        let login = try await AgencyLogins(own.city.database)
            .add("siasn", to: own.agencies[0].code, .password, validThrough: nil, connectionLimit: 3)
        let file = try SampleFile.write(excel(rows))
        defer { try? FileManager.default.removeItem(atPath: file) }
        for scope in [[], ["--agency", "dlh"]] {
            let result = try await Program.built("mutasi")
                .run(
                    ["reconcile", file] + scope,
                    environment: ["MUTASI_DATABASE": own.city.uri(user: login.role)]
                )
            #expect(result.status == 77 && result.standardOutput.isEmpty, "\(result)")
        }
    }

    @Test("files that cannot be compared are refused, each with what to do")
    func refused() async throws {
        let stage = try await TransferStage.make()
        for (text, code) in [
            ("", "csv.empty"), (SampleFile.postsHeader + "\r\n", "file.rows_missing"),
            ("tahun;nip\r\n2026;1\r\n", "reconcile.form"), (SampleFile.ratingsHeader + "\n1\n", "reconcile.form"),
            ("nipBaru,namaJabatan\n1,2\n", "file.header_lacks"), ("nip,nip,statusUsulan\n1,1,2\n", "file.header_twice"),
            ("PK\u{3}\u{4}", "csv.document"),
        ] {
            let result = try await stage.reconcile(text)
            #expect(result.status == 65 && result.said.contains("[\(code)]"), "\(text): \(result)")
            #expect(result.said.contains("hint: "), "\(text)")
        }
        let missing = try await stage.stage("reconcile", "/nonexistent.csv")
        #expect(missing.status == 65 && missing.standardError.contains("[csv.unreadable]"))
        let typo = try await stage.stage("reconsile", "x.csv")
        #expect(typo.status == 64 && typo.standardError.contains("did you mean 'reconcile'?"))
        let closed = try await stage.stage("reconcile", "x.csv", "--database", "host=/nonexistent")
        #expect(closed.status == 69 && closed.standardError.contains("hint: "))
        let indonesian = try await stage.stage("reconcile", "/dev/null", "--language", "id")
        #expect(indonesian.status == 65 && indonesian.standardError.contains("saran: "))
    }

    @Test("what would mend a difference names only commands of the program")
    func mends() async throws {
        var named: Set<[String]> = []
        for entry in TextCatalogue.words.entries where entry.key.hasPrefix("mend.") {
            for text in [entry.english.source, entry.indonesian.source] {
                for match in text.matches(of: /'mutasi ([a-z][a-z \-]*)/) {
                    named.insert(
                        match.1.split(separator: " ").map(String.init).prefix { !$0.hasPrefix("-") }.map { $0 }
                    )
                }
            }
        }
        #expect(named.count > 8)
        for words in named {
            let help = try await Program.built("mutasi").run(words + ["--help"])
            #expect(help.status == 0, "mutasi \(words.joined(separator: " "))")
        }
    }
}
