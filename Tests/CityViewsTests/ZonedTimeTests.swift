import CityViews
import Foundation
import Personnel
import Postgres
import Testing
import Texts

@Suite("Zoned times")
struct ZonedTimeTests {
    /// Midnight in Medan.
    private let instant = Instant(secondsSince1970: 1_790_787_600)

    @Test("instants have the city's clock")
    func city() {
        #expect(ZonedTime.city.minute(instant) == "2026-10-01 00:00")
        #expect(ZonedTime.city.iso(instant) == "2026-10-01T00:00:00+07:00")
    }

    @Test("the infinities are named")
    func infinities() {
        #expect(ZonedTime.city.minute(.infinity) == "infinity")
        #expect(ZonedTime.city.iso(Instant(microsecondsSince2000: .min)) == "-infinity")
    }

    @Test("another zone has its own clock and days")
    func otherZone() throws {
        let zone = try #require(TimeZone(identifier: "Asia/Jayapura"))
        let time = ZonedTime(zone: zone)
        let date = Date(timeIntervalSince1970: 1_790_787_600)
        #expect(time.text(date, .english) == "Thu 2026-10-01 02:00")
        let day = try #require(CivilDate(year: 2026, month: 10, day: 1))
        #expect(time.start(of: day) == date - 2 * 3_600)
    }
}
