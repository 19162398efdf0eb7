import CityDatabase
import Foundation
import Personnel
import Postgres
import TestSupport
import Testing
import Texts

@Suite("Zoned times")
struct ZonedTimeTests {
    /// Midnight in Medan.
    private let instant = Instant(secondsSince1970: 1_790_787_600)

    private func time(_ name: String) throws -> ZonedTime {
        ZonedTime(zone: try #require(TimeZone(identifier: name)))
    }

    @Test("instants follow the zone's clock")
    func clock() throws {
        let time = try time("Asia/Jakarta")
        #expect(time.minute(instant) == "2026-10-01 00:00")
        #expect(time.iso(instant) == "2026-10-01T00:00:00+07:00")
    }

    @Test("the infinities are named, and are the furthest days")
    func infinities() throws {
        let time = try time("Asia/Jakarta")
        #expect(time.minute(.infinity) == "infinity")
        #expect(time.iso(Instant(microsecondsSince2000: .min)) == "-infinity")
        #expect(time.day(of: .minusInfinity) < time.day(of: instant) && time.day(of: instant) < time.day(of: .infinity))
    }

    @Test("another zone has its own clock and days")
    func otherZone() throws {
        let time = try time("Asia/Jayapura")
        let date = Date(timeIntervalSince1970: 1_790_787_600)
        #expect(time.text(date, .english) == "Thu 2026-10-01 02:00")
        let day = try #require(CivilDate(year: 2026, month: 10, day: 1))
        #expect(time.start(of: day) == date - 2 * 3_600)
    }

    @Test(
        "database and program agree which day it is, at every half hour of two years",
        arguments: ["Asia/Jakarta", "Asia/Jayapura", "Europe/Amsterdam", "Australia/Lord_Howe", "America/St_Johns"]
    )
    func sameDay(zone: String) async throws {
        let city = try await TestCity.make(connections: 1)
        _ = try await city.psql("update city set zone = '\(zone)'")
        let time = try await city.database.time()
        #expect(time.zone.identifier == zone)
        let days = try await city.database.transaction(as: .worker) { tx in
            try tx.all(
                """
                select i, city_day(i), city_day(city_instant(city_day(i)))
                from generate_series(timestamptz '2026-01-01 00:00+00', '2027-12-31 00:00+00', interval '30 min') i
                """,
                as: (Instant, CivilDate, CivilDate).self
            )
        }
        #expect(days.count == 34_993)
        #expect(days.allSatisfy { time.day(of: $0.0) == $0.1 && $0.1 == $0.2 })
    }
}
