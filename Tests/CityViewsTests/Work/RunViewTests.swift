import CityViews
import Foundation
import Jobs
import Personnel
import Postgres
import Reports
import Testing
import Texts

@testable import CityDatabase

@Suite("Run view")
struct RunViewTests {
    private let time: ZonedTime

    init() throws {
        time = ZonedTime(zone: try #require(TimeZone(identifier: "Asia/Jakarta")))
    }

    @Test("a program reads every column")
    func csv() async throws {
        let run = try await RunRow.read(late: [7])
        #expect(
            RunView.table([run], for: .csv, in: time).rendered(as: .csv, width: nil) == """
                id,subject,step,state,paused,due,chunks,chunks_done,people,expected,rate,eta_seconds,failures,seconds,\
                last_error,agencies_late
                12,2026-Q3,score,running,false,2026-10-15T00:00:00+07:00,4,2,500,1000,50.0,10.0,3,10.000,,1
                """
        )
    }

    @Test("somebody reads fewer, and who is late with the state")
    func table() async throws {
        let run = try await RunRow.read(late: [7])
        let table = RunView.table([run], for: .table, in: time)
        #expect(
            table.columns.map(\.title.english)
                == [
                    "ID", "Subject", "Step", "State", "Due", "Chunks", "People", "Rate/s", "ETA", "Failures", "Seconds",
                ]
        )
        #expect(table.rows[0][3] == .code("running", RunView.state(of: run)) && table.rows[0][5] == .text("2/4"))
    }

    @Test("a table speaks the language that is asked for, and is the same for programs")
    func indonesian() async throws {
        let run = try await RunRow.read(late: [7])
        #expect(
            RunView.table([run], for: .table, in: time).rendered(as: .table, .indonesian, width: nil) == """
                ID  Perihal  Tahap               Status                 Jadwal      Bagian  Pegawai  Laju/dtk  Sisa waktu  Gagal  Detik
                ──  ───────  ──────────────────  ─────────────────────  ──────────  ──────  ───────  ────────  ──────────  ─────  ─────
                12  2026-Q3  penghitungan nilai  berjalan, 1 terlambat  2026-10-15     2/4      500        50        0:10      3   10,0
                """
        )
        let table = RunView.table([run], for: .csv, in: time)
        for format in [OutputFormat.json, .csv] {
            #expect(
                table.rendered(as: format, .indonesian, width: nil) == table.rendered(as: format, .english, width: nil)
            )
        }
    }

    @Test("a paused run is called so")
    func paused() async throws {
        let run = try await RunRow.read(paused: "audit")
        #expect(RunView.state(of: run) == Wording(indonesian: "dijeda", english: "paused"))
        #expect(RunView.line(run, .english, width: 60, in: time).contains("paused: audit"))
        #expect(RunView.line(run, .indonesian, width: 60, in: time).contains("dijeda: audit"))
    }

    @Test(
        "one line for a terminal, whatever the state",
        arguments: ["scheduled", "waiting", "running", "done", "failed"]
    )
    func line(state: String) async throws {
        let run = try await RunRow.read(state: state, lastError: "disk full")
        let line = RunView.line(run, .english, width: 70, in: time)
        #expect(line.count <= 70 && line.hasPrefix("2026-Q3 score"))
        let expected = [
            "scheduled": "due 2026-10-15 00:00", "waiting": "waits for the steps before it", "running": "500/1000",
            "failed": "failed after 500 people: disk full",
        ]
        if let words = expected[state] { #expect(line.contains(words), "\(line)") }
    }

    @Test("eight words for a program")
    func words() async throws {
        let now = Instant(secondsSince1970: 1_790_787_600)
        #expect(
            RunView.words(try await RunRow.read(), at: now, in: time)
                == "2026-10-01T00:00:00+07:00 12 score running 500/1000 50.0 10 0"
        )
        let unknown = try await RunRow.read(state: "waiting", seconds: nil, processed: 0, expected: nil)
        #expect(RunView.words(unknown, at: now, in: time) == "2026-10-01T00:00:00+07:00 12 score waiting 0/- - - 0")
    }

    @Test("the document has the agencies, and the people where they were asked for")
    func document() async throws {
        let run = try await RunRow.read()
        let part = try await RowReader.one(
            "select 7, 4::bigint, 2::bigint, 500::bigint, 3::bigint, 1::bigint, 'disk full'",
            as: RunAgencyProgress.self
        )
        let code = try #require(AgencyCode("dinkes"))
        let person = UnhandledPerson(agency: code, nip: nil, code: "no_rating", reason: "r")
        let text = RunView.document(run, [(code, part)], [person], .english, in: time).rendered()
        for words in [
            #""pause_note": null"#, #""started": "2026-10-15T00:00:01+07:00""#, #""last_error": "disk full""#,
            #""people_failed""#, #""nip": null"#,
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
        #expect(!RunView.document(run, [], nil, .english, in: time).rendered().contains("people_failed"))
    }
}
