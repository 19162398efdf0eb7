import Foundation
import TestSupport
import Testing

@Suite("mutasi talent find", .timeLimit(.minutes(20)))
struct FindCommandTests {
    private static let header = "nip,kompetensi,level,tanggalAsesmen,berlakuSampai"
    private static let nine = [
        "Integritas", "Kerja Sama", "Komunikasi", "Orientasi pada Hasil", "Pelayanan Publik",
        "Pengembangan Diri dan Orang Lain", "Mengelola Perubahan", "Pengambilan Keputusan", "Perekat Bangsa",
    ]

    private func file(_ folder: ScratchDirectory, _ header: String, _ lines: [String]) throws -> String {
        try folder.write("file-\(UUID()).csv", ([header] + lines).joined(separator: "\n") + "\n")
    }

    @Test("lists people by their newest valid result, and no one by an expired, later or taken back one")
    func newest() async throws {
        let stage = try await CommandStage.make(people: 4)
        let folder = try ScratchDirectory()
        func nip(_ number: Int) -> String { SampleFile.nip(number) }
        func load(_ lines: [String], complete: Bool = false) async throws -> Program.Result {
            let path = try file(folder, Self.header, lines)
            return try await Program.built("mutasi")
                .run(
                    ["import", "competencies", path, "--agency", "dinkes"] + (complete ? ["--complete"] : []),
                    environment: stage.environment
                )
        }
        func found(_ day: String, _ demands: String...) async throws -> [String] {
            let words = ["talent", "find", "--as-of", day] + demands.flatMap { ["--competency", $0] }
            let result = try await Program.built("mutasi")
                .run(words + ["--format", "csv"], environment: stage.environment)
            try #require(result.status == 0, "\(result.standardError)")
            return result.standardOutput.split(separator: "\n").dropFirst()
                .compactMap { line in (1...4).first { line.contains(nip($0)) }.map { "\($0)" } }
        }
        let lines = [
            "\(nip(1)),Komunikasi,4,01-02-2025,31-01-2028", "\(nip(1)),komunikasi,3,01-02-2026,",
            "\(nip(2)),KOMUNIKASI,5,01-03-2024,28-02-2026", "\(nip(3)),Komunikasi,4,01-03-2025,",
            "\(nip(3)),Pelayanan Publik,2,01-03-2025,",
        ]
        #expect(try await load(lines, complete: true).status == 0)
        let technical = try file(
            folder,
            "nip,kompetensi,jenis,level,tanggalAsesmen",
            ["\(nip(4)),Pengelolaan Basis Data,Teknis,4,01-03-2025"]
        )
        #expect(try await stage("import", "competencies", technical, "--agency", "dinkes").status == 0)
        #expect(try await found("2025-06-30", "komunikasi>=4") == ["1", "2", "3"])
        #expect(try await found("2026-06-30", "komunikasi>=4") == ["3"])
        #expect(try await found("2026-06-30", "communication>=3") == ["1", "3"])
        #expect(try await found("2026-06-30", "komunikasi>=4", "pelayanan publik>=3") == [])
        #expect(try await found("2026-06-30", "komunikasi>=4", "pelayanan publik>=2") == ["3"])
        #expect(try await found("2026-06-30", "pengelolaan basis data>=4") == ["4"])
        #expect(try await found("2024-02-29", "komunikasi>=1") == [])
        // A result that states no end is valid for the rules' three years.
        #expect(try await found("2028-02-29", "pengelolaan basis data>=4") == ["4"])
        #expect(try await found("2028-03-01", "pengelolaan basis data>=4") == [])

        let corrected = lines.filter { !$0.contains("\(nip(3)),Komunikasi") }
        #expect(try await load(corrected, complete: true).status == 0)
        #expect(try await found("2026-06-30", "komunikasi>=4") == [])

        let spoilt = try await load([
            "\(nip(1)),Komunikasi,6,01-02-2025,", "\(nip(2)),Komunikasi,4,01-02-2025,01-01-2025",
        ])
        #expect(spoilt.status == 65 && spoilt.standardError.contains("not a level from 1 to 5"))
    }

    @Test("with a post it adds the match: known only where all that the post asks was assessed")
    func match() async throws {
        let stage = try await CommandStage.make(people: 2)
        let folder = try ScratchDirectory()
        let mutasi = Program.built("mutasi")
        let levels = [4, 4, 3, 3, 3, 3, 3, 3, 3]
        let results =
            zip(Self.nine, levels).map { "\(SampleFile.nip(1)),\($0),\($1),01-02-2026," }
            + ["\(SampleFile.nip(2)),Komunikasi,5,01-02-2026,"]
        _ = try await stage("import", "competencies", try file(folder, Self.header, results), "--agency", "dinkes")
        let post = try await stage.city.psql(
            """
            select t.post_id || ',' || u.siasn_id || ',' || t.title from post t
            join org_unit u using (agency_id, org_unit_id) order by t.post_id limit 1
            """
        )
        let parts = post.filter { !$0.isNewline }.split(separator: ",")
        let words = ["talent", "find", "--as-of", "2026-06-30", "--for", "dinkes/\(parts[0])", "--format", "csv"]
        let usual = try await mutasi.run(words, environment: stage.environment)
        #expect(usual.status == 0 && usual.standardError.contains("import standards"), "\(usual.standardError)")

        let standards = Self.nine.map { "\(parts[1]),\(parts[2]),\($0),4,01-01-2026" }
        let header = "unorId,namaJabatan,kompetensi,level,berlakuMulai"
        let path = try file(folder, header, standards + ["\(parts[1]),Nobody's post,Integritas,4,01-01-2026"])
        let loaded = try await mutasi.run(
            ["import", "standards", path, "--agency", "dinkes"],
            environment: stage.environment
        )
        #expect(loaded.status == 65 && loaded.standardError.contains("import posts first"))
        let own = try await mutasi.run(words, environment: stage.environment)
        #expect(own.status == 0 && !own.standardError.contains("import standards"))
        let rows = own.standardOutput.split(separator: "\n")
        #expect(rows.count == 3)
        #expect(rows[1].contains(SampleFile.nip(1)) && rows[1].contains("80.56,MS,"), "\(rows)")
        #expect(rows[2].contains(SampleFile.nip(2)) && rows[2].contains("integrity"), "\(rows)")
        let again = try await mutasi.run(
            ["import", "standards", path, "--agency", "dinkes", "--format", "json"],
            environment: stage.environment
        )
        #expect(again.standardOutput.contains("\"unchanged\": 9") || again.standardOutput.contains("\"unchanged\":9"))
        let named = ["talent", "find", "--as-of", "2026-06-30", "--for", "dinkes/\(parts[2].uppercased())"]
        #expect(
            try await mutasi.run(named + ["--format", "csv"], environment: stage.environment).standardOutput
                == own.standardOutput
        )
    }

    @Test("says what it does not know, with what was probably meant")
    func refusals() async throws {
        let stage = try await CommandStage.make(people: 2)
        let folder = try ScratchDirectory()
        let results = ["\(SampleFile.nip(1)),Komunikasi,4,01-02-2026,"]
        _ = try await stage("import", "competencies", try file(folder, Self.header, results), "--agency", "dinkes")
        func find(_ words: String...) async throws -> Program.Result {
            try await Program.built("mutasi").run(["talent", "find"] + words, environment: stage.environment)
        }
        for (bad, said) in [
            (["--competency", "komunikasi"], "komunikasi"), (["--competency", "komunikasi>=9"], "komunikasi>=9"),
            ([], "--competency"),
            (["--competency", "komunikasi>=4", "--level", "chief"], "jpt_pratama"), (["--for", "dinkes"], "dinkes"),
        ] {
            let result = try await Program.built("mutasi")
                .run(["talent", "find"] + bad, environment: stage.environment)
            #expect(result.status == 64 && result.standardError.contains(said), "\(bad): \(result.standardError)")
        }
        for (words, said) in [
            (["--competency", "komunikasl>=4"], "did you mean Komunikasi?"),
            (["--competency", "comunication>=4"], "did you mean Communication?"),
            (["--competency", "akuntansi>=4"], "nobody has"), (["--for", "dlh/1"], "agency dlh has no post 1"),
            (["--for", "dinkes/999999"], "has no post 999999"),
            (["--for", "dinkes/pengadministras"], "did you mean Pengadministrasi?"),
            (["--competency", "komunikasi>=4", "--agency", "dnkes"], "did you mean dinkes?"),
        ] {
            let result = try await Program.built("mutasi")
                .run(["talent", "find"] + words, environment: stage.environment)
            #expect(result.status == 65 && result.standardError.contains(said), "\(words): \(result.standardError)")
            #expect(result.standardOutput.isEmpty)
        }
        let own = try await find("--competency", "komunikasi>=4", "--level", "pelaksana", "--format", "csv")
        #expect(own.status == 0 && own.standardOutput.contains(SampleFile.nip(1)), "\(own.standardOutput)")
        let other = try await find("--competency", "komunikasi>=4", "--level", "jpt_pratama", "--format", "json")
        #expect(
            other.status == 0 && other.standardOutput.filter { !$0.isWhitespace } == "[]",
            "\(other.standardOutput)"
        )
    }
}
