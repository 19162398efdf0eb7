import CityDatabase
import CityViews
import Foundation
import Reports
import Testing
import Texts

@Suite("A stored reason")
struct StoredReasonTests {
    @Test(
        "that the catalogue knows is in the reader's language; other words stay as they are",
        arguments: [
            ("its keys run backwards", "urutan kuncinya terbalik"),
            ("no handler for runs of kind x", "tidak ada pengolah untuk proses jenis x"),
            ("the objection is not decided", "keberatan belum diputus"),
            ("there is no cycle 2026-Q3", "siklus 2026-Q3 tidak ada"),
            (
                "the results are not released in this agency (SQLSTATE MU116)",
                "hasil belum diumumkan di perangkat daerah ini"
            ),
            ("disk full (SQLSTATE 53100)", "disk full (SQLSTATE 53100)"), ("a: b", "a: b"), ("", ""),
        ]
    )
    func words(_ text: String, _ indonesian: String) {
        let wording = StoredReason(text).wording
        #expect(wording.indonesian == indonesian && text.hasPrefix(wording.english))
    }

    @Test("is in the reader's language in the table and in the document of a run")
    func run() async throws {
        let run = try await RunRow.read(state: "failed", lastError: "its keys run backwards")
        let time = ZonedTime(zone: try #require(TimeZone(identifier: "Asia/Jakarta")))
        let text = RunView.document(run, [], nil, .indonesian, in: time).rendered()
        #expect(text.contains(#""last_error": "urutan kuncinya terbalik""#) && text.contains(#""state": "failed""#))
        let table = RunView.table([run], for: .csv, in: time)
        #expect(table.rendered(as: .csv, .english, width: nil).contains("its keys run backwards"))
        #expect(table.rendered(as: .csv, .indonesian, width: nil).contains("urutan kuncinya terbalik"))
    }
}
