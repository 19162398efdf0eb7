import CityDatabase
import CityWork
import Foundation
import Jobs
import Personnel
import Postgres
import TestSupport
import Testing

/// A city's days are those of its own zone.
@Suite("Zones of cities", .serialized, .timeLimit(.minutes(20)))
struct CityZoneTests {
    private let medan = "Asia/Jakarta"

    private func nip(_ number: Int) throws -> NIP { try AppraisalStage.nip(number) }

    private func move(_ city: TestCity, to zone: String) async throws -> CityZone.Change? {
        let superuser = city.superuser
        defer { superuser.close() }
        let zones = CityZone(CityDatabase(.medan, superuser))
        try await zones.require(zone)
        guard let change = try await zones.change(to: zone) else { return nil }
        try await zones.apply(change)
        return change
    }

    /// A zone with another day than Medan's at this instant: one of the two always has one.
    private func zoneOfAnotherDay() throws -> String {
        let now = Instant(secondsSince1970: Date().timeIntervalSince1970)
        let day = { (name: String) in
            ZonedTime(zone: try #require(TimeZone(identifier: name))).day(of: now)
        }
        return try ["Pacific/Kiritimati", "Etc/GMT+12"].first { try day($0) != day(medan) } ?? medan
    }

    @Test(
        "a name that the server does not know is refused, and valid ones are named",
        arguments: ["", "WIB", "UTC", "+07", "asia/makassar", "Asia/Medan", "Asia/", "/Jakarta", "'", "Asia/Jakarta "]
    )
    func unknown(_ zone: String) async throws {
        let city = try await TestCity.make(connections: 1)
        let error = await #expect(throws: CityError.self) { try await move(city, to: zone) }
        #expect(error?.code == .cityZoneUnknown)
        #expect(error?.description.contains("Asia/Jayapura (WIT)") == true)
        // The server itself takes names in any case, but other readers of the row do not.
        if zone != "asia/makassar" {
            await #expect(throws: (any Error).self) {
                try await city.psql("update city set zone = '\(zone.replacing("'", with: "''"))'")
            }
        }
        #expect(try await city.database.time().zone.identifier == medan)
    }

    @Test("a city has one zone, and only a superuser changes it")
    func one() async throws {
        let city = try await TestCity.make(connections: 1)
        let principals: [Principal] = [
            .agency(1), .personnel, .mover, .provisioner, .worker, .auditor, .owner,
        ]
        for principal in principals {
            let zone = try await city.database.transaction(as: principal) { tx in
                try tx.one("select zone from city", as: String.self)
            }
            #expect(zone == medan)
            let changed = try? await city.database.transaction(as: principal) { tx in
                try tx.execute("update city set zone = 'Asia/Makassar'")
            }
            #expect(changed ?? 0 == 0)
        }
    }

    @Test("an instant late in Medan's evening is the next day in Jayapura, for the database and for programs")
    func anotherDay() async throws {
        let stage = try await AppraisalStage.make()
        let late = try await stage.city.database.transaction(as: .worker) { tx in
            try tx.one("select timestamptz '2026-10-20 16:30+00'", as: Instant.self)
        }
        #expect(try await stage.city.database.time().day(of: late).iso == "2026-10-20")
        _ = try await move(stage.city, to: "Asia/Jayapura")
        let time = try await stage.city.database.time()
        #expect(time.day(of: late).iso == "2026-10-21" && time.minute(late) == "2026-10-21 01:30")
        #expect(time.iso(late) == "2026-10-21T01:30:00+09:00")
        // The document that a person may ask for follows the city's clock, too.
        let record = try await PersonRecord(stage.city.database).export(nip(4), purpose: "asked for it")
        #expect(record.contains("+09:00"))
    }

    @Test("the last day of an objection is the city's: filed on it, it counts, and the day after it is in the future")
    func objection() async throws {
        let stage = try await AppraisalStage.make()
        let zone = try zoneOfAnotherDay()
        _ = try await move(stage.city, to: zone)
        let today = try await stage.city.database.time()
            .day(of: Instant(secondsSince1970: Date().timeIntervalSince1970))
        try await stage.run(through: .release)
        let appraisals = try await stage.appraisals
        let received = try #require(CivilDate(iso: "2026-10-20"))
        _ = try await stage.city.psql(
            "update setting set value = \(today - received) where name = 'objection_days'"
        )
        #expect(try await appraisals.recordReceipt(nip(4), on: received) == today)
        let early = await #expect(throws: CityError.self) {
            try await appraisals.object(nip(4), on: today + 1, isForThePerson: false, grounds: "met")
        }
        #expect(early?.code == .objectionFuture)
        _ = try await appraisals.object(nip(4), on: today, isForThePerson: false, grounds: "met")
        // The receipt of a result cannot be of tomorrow either.
        let tomorrow = await #expect(throws: CityError.self) {
            try await appraisals.recordReceipt(nip(5), on: today + 1)
        }
        #expect(tomorrow?.code == .receiptFuture)
        _ = try await appraisals.recordReceipt(nip(5), on: today)
    }

    @Test("a new city has its own schedules, each due within a day")
    func ownSchedules() async throws {
        let city = try await TestCity.make()
        #expect(
            try await city.psql(
                "select string_agg(name, ',' order by name), bool_and(next_at - now() <= '1 day') from schedule"
            ) == "\(CityZone.ownSchedules.joined(separator: ","))|t\n"
        )
    }

    @Test("phases are due at the first instant of their days, also where clocks are put forward and back")
    func phases() async throws {
        let city = try await TestCity.make()
        #expect(try await move(city, to: "Europe/Amsterdam") != nil)
        let code = try #require(CycleCode("2026-Q3"))
        let calendar = try CycleCalendar(code)
        _ = try await CycleRuns(.medan, city.connections).add(code, calendar)
        let due = """
            select string_agg(to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), ',' order by ordinal)
            from cycle_phase where phase in ('open', 'place', 'final')
            """
        #expect(try await city.psql(due) == "2026-06-30 22:00,2026-10-15 22:00,2026-11-20 23:00\n")
        #expect(try await city.psql("select phase_day(1, 'final')") == "2026-11-21\n")
        let days = try await Cycles(city.database).days(Cycles(city.database).find(code))
        #expect(days == calendar.days)
    }

    @Test(
        "in another zone phases and schedules keep days and hours, schedules of a third zone theirs, logins their days"
    )
    func change() async throws {
        let stage = try await AppraisalStage.make()
        let schedules = CitySchedules(stage.city.database)
        let anchor = try #require(PostgresDate(year: 2100, month: 1, day: 1))
        for (name, zone) in [("own", medan), ("foreign", "Europe/Amsterdam")] {
            let rule = try Recurrence("FREQ=DAILY;BYHOUR=6", anchor: anchor, zone: zone)
            try await schedules.add(Schedule(name: name, kind: "add_cycle", recurrence: rule))
        }
        _ = try await AgencyLogins(stage.city.database)
            .add(
                "siasn",
                to: stage.agencies[0].code,
                .password,
                validThrough: CivilDate(iso: "2099-12-31"),
                connectionLimit: 5
            )
        let before = try await plans(stage)
        #expect(before.contains("2099-12-31 17:00") && before.contains("own 2099-12-31 23:00 \(medan)"))

        let change = try #require(await move(stage.city, to: "Asia/Jayapura"))
        #expect(change.from == medan && change.to == "Asia/Jayapura" && change.isGrave)
        #expect(change.cycles == 1 && change.schedules == 1 && change.keeping == 1)
        let after = try await plans(stage)
        #expect(after.contains("own 2099-12-31 21:00 Asia/Jayapura") && after.contains("2099-12-31 15:00"))
        #expect(after.contains("foreign 2100-01-01 05:00 Europe/Amsterdam"))
        #expect(after.contains("open 2026-06-30 15:00 2026-06-30 15:00"), "\(after)")
        // The program reads the same.
        let days = try await Cycles(stage.city.database).days(Cycles(stage.city.database).find(stage.code))
        let calendar = try CycleCalendar(stage.code)
        #expect(days == calendar.days)
        #expect(try await AgencyLogins(stage.city.database).list(in: .city).first?.validThrough?.iso == "2099-12-31")
        let next = try await schedules.show("own", limit: 0).0
        #expect(try await stage.city.database.time().minute(#require(next.nextAt)) == "2100-01-01 06:00")
        #expect(next.schedule.recurrence.zone.identifier == "Asia/Jayapura")
        #expect(
            try await stage.city.psql("select payload from audit_event where table_name = 'city'")
                .contains("Asia/Jayapura")
        )
        #expect(try await move(stage.city, to: "Asia/Jayapura") == nil)
        #expect(try await move(stage.city, to: medan)?.from == "Asia/Jayapura")
        #expect(try await plans(stage) == before)
    }

    /// In UTC: the due times of phases and their runs, the schedules' next occurrences, and the end of logins and their
    /// roles.
    private func plans(_ stage: AppraisalStage) async throws -> String {
        try await stage.city
            .psql(
                """
                set timezone to 'UTC';
                set datestyle to 'ISO, YMD';
                select f.phase, to_char(f.due_at, 'YYYY-MM-DD HH24:MI'), to_char(r.intended_at, 'YYYY-MM-DD HH24:MI')
                from cycle_phase f join run r on r.step = f.phase order by f.ordinal;
                select name, to_char(next_at, 'YYYY-MM-DD HH24:MI'), zone from schedule order by name;
                select to_char(l.valid_until, 'YYYY-MM-DD HH24:MI'), to_char(r.rolvaliduntil, 'YYYY-MM-DD HH24:MI')
                from agency_login l
                join pg_roles r on r.rolname = 'medan_agency_' || l.agency_id || '_' || l.label
                """
            )
            .replacing("|", with: " ")
    }
}
