import Foundation
import Testing

/// Ten years of a city, imported year by year from files in SIASN's shape.
@Suite("Ten years of a city", .timeLimit(.minutes(30)))
struct CityHistoryTests {
    @Test("nobody beyond the seats or unexplained, no former figure changes, and exports come back unchanged")
    func history() async throws {
        let stage = try await HistoryStage()
        for year in HistoricCity.years {
            let known = stage.differences.count
            try await stage.live(year)
            // What is wrong in one year makes more wrong in the next.
            if stage.differences.count > known + 200 { break }
        }
        let (years, events) = (HistoricCity.years.count, stage.history.events)
        #expect(events > 500)
        #expect(stage.differences == [])
        let summary = "\(years) years, \(events) events, \(stage.differences.count) differences"
        if let path = ProcessInfo.processInfo.environment["MUTASI_HISTORY_SUMMARY"] {
            try (stage.differences + [summary]).map { $0 + "\n" }.joined()
                .write(toFile: path, atomically: true, encoding: .utf8)
        }
    }
}
