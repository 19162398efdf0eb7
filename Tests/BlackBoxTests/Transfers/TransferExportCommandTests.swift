import CityDatabase
import Foundation
import Personnel
import TestSupport
import Testing

@Suite("mutasi transfer export", .timeLimit(.minutes(20)))
struct TransferExportCommandTests {
    private func lines(_ path: String) throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test("writes what took effect for the owner only, and the import reads it back without a change")
    func file() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let number = try await stage.effective(2)
        let waiting = try await stage.draft(3)
        let folder = try ScratchDirectory()
        let path = folder.file("siasn.csv")
        let result = try await stage.result("export \(number) \(waiting) --output \(path)")
        #expect(result.status == 0 && result.standardOutput.isEmpty, "\(result.standardError)")
        #expect(result.standardError.contains("1 row written"))
        #expect(result.standardError.contains("1 transfer is not in effect, and has no row: \(waiting)"))
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        let written = try lines(path)
        #expect(
            written == [
                "nipBaru,jenisJabatan,unorId,unorIndukId,eselonId,tmtJabatan,nomorSk,tanggalSk,namaUnor,namaJabatan,"
                    + "jenisPenugasanId,tanggalSelesai,tmtPelantikan,tmtMutasi",
                "'\(SampleFile.nip(2)),4,L1,,,\(stage.today.siasn),821/1,\(stage.today.siasn),Bidang L1,"
                    + "Pengelola Lingkungan,D,,\(stage.today.siasn),\(stage.today.siasn)",
            ]
        )
        let imported = try await stage.stage.rows("import", "posts", path, "--agency", "dlh")
        let figures = ["added", "changed", "rejected"].map { imported.first?[$0] as? Int }
        #expect(figures == [0, 0, 0] && imported.first?["unchanged"] as? Int == 1, "\(imported)")
        for selection in ["--from 2026-01-01", "--decree 821/1"] {
            try await stage.run("export \(selection) --output \(path)")
            #expect(try lines(path) == written, "\(selection)")
        }
        let none = try await stage.result("export --from 2020-01-01 --to 2020-01-02 --output \(path)")
        #expect(none.standardError.contains("0 rows written"))
        #expect(try lines(path).count == 1)
        try await stage.run("export \(number) --agency dinkes --output \(path)")
        #expect(try lines(path).count == 1)
        let read = try await stage.stage.rows("audit", "list")
        #expect(read.contains { "\($0)".contains("transfer export") }, "\(read.first ?? [:])")
    }

    @Test("a move that was taken back is followed by the one that took it back, and SIASN ends with the present post")
    func reversal() async throws {
        let stage = try await TransferStage.make()
        try await stage.takeNoRules()
        let number = try await stage.effective(2)
        // As if it had been a week ago.
        let then = (stage.today + -7).iso
        _ = try await stage.stage.city.psql(
            """
            update assignment set valid = daterange(lower(valid), '\(then)') where upper(valid) = '\(stage.today.iso)';
            update assignment set valid = daterange('\(then)', upper(valid)) where lower(valid) = '\(stage.today.iso)';
            update employment set valid = daterange(lower(valid), '\(then)') where upper(valid) = '\(stage.today.iso)';
            update employment set valid = daterange('\(then)', upper(valid)) where lower(valid) = '\(stage.today.iso)';
            update transfer_case set effective_on = '\(then)' where number = '\(number)'
            """
        )
        let back = try await stage.run("reverse \(number) --reason court --on \(stage.today.iso) --by Perencana")
        try await stage.carryOut(back, decree: "821/2")
        #expect(try await stage.state(of: number) == "reversed")
        let folder = try ScratchDirectory()
        let path = folder.file("siasn.csv")
        let result = try await stage.result("export \(number) --output \(path)")
        #expect(result.standardError.contains("takes back another one of the file, and is in it, too: \(back)"))
        let titles = try lines(path).dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[9] }
        #expect(titles == ["Pengelola Lingkungan", "Pengadministrasi"], "\(result.standardError)")
        // Read back by the agency that the person serves, nothing changes.
        try await stage.run("export \(number) \(back) --agency dinkes --output \(path)")
        let imported = try await stage.stage.rows("import", "posts", path, "--agency", "dinkes")
        #expect(imported.first?["unchanged"] as? Int == 1 && imported.first?["changed"] as? Int == 0, "\(imported)")
        let left = try await stage.reconcile(
            try String(contentsOfFile: path, encoding: .utf8),
            "--partial"
        )
        #expect(left.rows.compactMap { $0["difference"] as? String } == ["report"], "\(left)")
    }

    @Test("slips are refused, each with what to do, and nothing is written")
    func slips() async throws {
        let stage = try await TransferStage.make()
        let folder = try ScratchDirectory()
        let path = folder.file("siasn.csv")
        for line in [
            "export --output \(path)", "export TRF-2026-000001 --batch B --output \(path)",
            "export --to 2027-01-01 --output \(path)", "export --from 2027-01-02 --to 2027-01-01 --output \(path)",
            "export --from 01-02-2027 --output \(path)", "export --batch B",
        ] {
            let result = try await stage.result(line)
            #expect(result.status == 64 && result.standardOutput.isEmpty, "\(line): \(result.standardError)")
        }
        for (line, code) in [
            ("export TRF-2026-999999 --output \(path)", "transfer.unknown"),
            ("export --batch nowhere --output \(path)", "transfer.batch_unknown"),
            ("export --decree 1/1 --output \(path)", "transfer.decree_unknown"),
            ("export --batch nowhere --agency nowhere --output \(path)", "agency.unknown"),
        ] {
            let result = try await stage.result(line)
            #expect(
                result.status == 65 && result.standardError.contains("[\(code)]"),
                "\(line): \(result.standardError)"
            )
            #expect(result.standardError.contains("hint: "), "\(line)")
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        let nowhere = try await stage.result("export --from 2026-01-01 --output /nonexistent/siasn.csv")
        #expect(nowhere.status == 73)
        let closed = try await stage.result("export --from 2026-01-01 --output \(path) --database host=/nonexistent")
        #expect(closed.status == 69 && closed.standardError.contains("hint: "))
    }
}
