import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// Ends that lie ahead: withdrawn, moved and overtaken before their day.
@Suite("Ends that lie ahead", .serialized, .timeLimit(.minutes(20)))
struct PlannedEndTests {
    private struct Stage {
        let city: TestCity
        let agency: Agency
        /// Today in the city, by the server's clock.
        let today: CivilDate

        func record(_ kind: ServiceEventKind, _ day: CivilDate) async throws -> ServiceEvents.Effect {
            try await ServiceEvents(city.database, agency)
                .record(
                    ServiceEvent(
                        nip: try NIP(SampleFile.nip(1)),
                        kind: kind,
                        day: day,
                        documentNumber: "882/1",
                        documentDate: nil,
                        recordedBy: "BKPSDM"
                    )
                )
        }

        func refusal(_ kind: ServiceEventKind, _ day: CivilDate) async -> CityError.Code? {
            do {
                _ = try await record(kind, day)
                return nil
            } catch {
                return (error as? CityError)?.code
            }
        }

        /// The first person's standing, the ends of employment and posts.
        func state() async throws -> [String] {
            try await city.psql(
                """
                select p.legal_status, upper(e.valid), upper(a.valid)
                from person p
                join employment e using (agency_id, person_id)
                join assignment a using (agency_id, employment_id)
                where p.nip = '\(SampleFile.nip(1))' order by lower(e.valid), lower(a.valid)
                """
            )
            .split(separator: "\n").map(String.init)
        }

        func events() async throws -> [String] {
            try await city.psql("select kind, valid_from from counted_event order by valid_from, service_event_id")
                .split(separator: "\n").map(String.init)
        }

        func departures(_ lines: [String]) async throws -> ImportReport {
            try await city.importLines(
                .departures,
                "nipBaru,kedudukanHukumPns,skNomor,skTanggal,tmtPensiun",
                lines,
                to: agency,
                asOf: today
            )
        }

        func departure(_ standing: String, _ day: CivilDate, decree: String = "882/1") -> String {
            "\(SampleFile.nip(1)),\(standing),\(decree),10-04-2020,\(day.siasn)"
        }
    }

    private func stage() async throws -> Stage {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        try await city.importLines(.people, SampleFile.peopleHeader, (1...3).map { SampleFile.person($0) }, to: agency)
        let head = SampleFile.post(1, kind: 1, echelon: "31", title: "Sekretaris Dinas")
        try await city.importLines(.posts, SampleFile.postsHeader, [head, SampleFile.post(2)], to: agency)
        let today = try await city.psql("select city_day(now())").split(separator: "\n")
        return Stage(city: city, agency: agency, today: try #require(CivilDate(iso: String(today[0]))))
    }

    @Test("a planned end is withdrawn on any day until then, and gives back what it took")
    func withdrawn() async throws {
        let stage = try await stage()
        let day = stage.today + 30
        for withdrawal in [stage.today, stage.today + 7, day] {
            #expect(try await stage.record(.retirement, day).freed == ["Sekretaris Dinas"])
            #expect(try await stage.state() == ["Aktif|\(day.iso)|\(day.iso)"])
            let effect = try await stage.record(.reinstatement, withdrawal)
            #expect(effect.day == day && effect.held == ["Sekretaris Dinas"] && !effect.isPostless)
            #expect(effect.replaced.map(\.standing) == ["Pensiun"] && effect.replaced.map(\.day) == [day])
            #expect(try await stage.state() == ["Aktif||"])
            #expect(try await stage.events() == [])
        }
        #expect(await stage.refusal(.reinstatement, stage.today) == .serviceNothingEnded)
        _ = try await stage.record(.retirement, day)
        #expect(await stage.refusal(.leaveEnd, day) == .serviceDayFar)
        #expect(await stage.refusal(.reinstatement, day + 1) == .serviceDayFar)
        #expect(await stage.refusal(.retirement, day) == .serviceLeft)
        #expect(try await stage.events() == ["retirement|\(day.iso)"])
    }

    @Test("a planned end is moved to a later or an earlier day, and death takes its place")
    func movedAndOvertaken() async throws {
        let stage = try await stage()
        for day in [stage.today + 30, stage.today + 60, stage.today + 10] {
            let effect = try await stage.record(.retirement, day)
            #expect(effect.freed == ["Sekretaris Dinas"])
            #expect(try await stage.events() == ["retirement|\(day.iso)"])
            #expect(try await stage.state() == ["Aktif|\(day.iso)|\(day.iso)"])
        }
        let died = stage.today + -1
        let effect = try await stage.record(.death, died)
        #expect(effect.replaced.map(\.standing) == ["Pensiun"] && effect.replaced.map(\.day) == [stage.today + 10])
        #expect(try await stage.events() == ["death|\(died.iso)"])
        #expect(try await stage.state() == ["Meninggal Dunia|\(died.iso)|\(died.iso)"])
        // Undone, the planned end does not come back: the decree is recorded anew.
        _ = try await stage.record(.reinstatement, died)
        #expect(try await stage.state() == ["Aktif||"])
        #expect(try await stage.events() == [])
    }

    @Test("whoever is away before a planned end comes back before it, and the end stays")
    func awayBefore() async throws {
        let stage = try await stage()
        let (day, away) = (stage.today + 30, stage.today + -10)
        _ = try await stage.record(.retirement, day)
        let effect = try await stage.record(.unpaidLeave, away)
        #expect(effect.freed == ["Sekretaris Dinas"] && effect.replaced == [])
        #expect(try await stage.events() == ["unpaid_leave|\(away.iso)", "retirement|\(day.iso)"])
        #expect(try await stage.state() == ["CLTN|\(day.iso)|\(away.iso)"])
        #expect(await stage.refusal(.secondmentEnd, stage.today) == .serviceOtherAbsence)
        _ = try await stage.record(.leaveEnd, stage.today)
        #expect(try await stage.state() == ["Aktif|\(day.iso)|\(away.iso)"])
        _ = try await stage.record(.reinstatement, stage.today)
        #expect(try await stage.state() == ["Aktif||\(away.iso)"])
    }

    @Test("the absence under an end is there again when the end is undone")
    func absenceBelow() async throws {
        let stage = try await stage()
        let (away, ended) = (stage.today + -20, stage.today + -5)
        _ = try await stage.record(.unpaidLeave, away)
        _ = try await stage.record(.resignation, ended)
        _ = try await stage.record(.reinstatement, ended)
        #expect(try await stage.state() == ["CLTN||\(away.iso)"])
        #expect(try await stage.events() == ["unpaid_leave|\(away.iso)"])
        #expect(await stage.refusal(.secondmentEnd, stage.today) == .serviceOtherAbsence)
        _ = try await stage.record(.leaveEnd, away)
        #expect(try await stage.state() == ["Aktif||"])
    }

    @Test("whose seat was taken meanwhile is told so")
    func seatTaken() async throws {
        let stage = try await stage()
        let day = stage.today + 30
        _ = try await stage.record(.retirement, day)
        let successor = SampleFile.post(2, kind: 1, echelon: "31", title: "Sekretaris Dinas", since: day.siasn)
        let report = try await stage.city.importLines(
            .posts,
            SampleFile.postsHeader,
            [successor],
            to: stage.agency,
            asOf: stage.today
        )
        #expect(report.rejections.isEmpty)
        let effect = try await stage.record(.reinstatement, stage.today)
        #expect(effect.taken == ["Sekretaris Dinas"] && effect.isPostless)
        #expect(try await stage.state() == ["Aktif||\(day.iso)"])
    }

    @Test(
        "an import puts the day of a planned retirement right, death takes its place, and an old file changes nothing"
    )
    func imported() async throws {
        let stage = try await stage()
        let (first, second, died) = (stage.today + 30, stage.today + 20, stage.today + -2)
        #expect(try await stage.departures([stage.departure("99", first)]).added == 1)
        let corrected = try await stage.departures([stage.departure("99", second)])
        #expect(corrected.added == 1 && corrected.warnings.map(\.code) == ["departure_replaced"])
        #expect(try await stage.events() == ["retirement|\(second.iso)"])
        let stale = try await stage.departures([stage.departure("99", first)])
        #expect((stale.added, stale.unchanged) == (0, 1) && stale.warnings.map(\.code) == ["departure_withdrawn"])
        let lines = [stage.departure("99", second), stage.departure("Meninggal Dunia", died, decree: "882/9")]
        let death = try await stage.departures(lines)
        #expect((death.added, death.unchanged, death.rejected) == (1, 1, 0))
        #expect(try await stage.state() == ["Meninggal Dunia|\(died.iso)|\(died.iso)"])
        let again = try await stage.departures(lines)
        #expect((again.added, again.unchanged, again.rejected, again.warnings.count) == (0, 2, 0, 0))
    }

    @Test("what was withdrawn or decided by hand is not brought back by a file")
    func decidedByHand() async throws {
        let stage = try await stage()
        let day = stage.today + 30
        _ = try await stage.record(.retirement, day)
        let other = try await stage.departures([stage.departure("99", day + 5)])
        #expect(other.warnings.map(\.code) == ["standing_day_differs"] && other.added == 0)
        _ = try await stage.record(.reinstatement, stage.today)
        let withdrawn = try await stage.departures([stage.departure("99", day)])
        #expect(withdrawn.warnings.map(\.code) == ["departure_withdrawn"] && withdrawn.added == 0)
        let people = try await stage.city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(1).replacing(",Aktif,", with: ",Pensiun,")],
            to: stage.agency,
            asOf: stage.today
        )
        #expect(people.warnings.map(\.code) == ["standing_decided"])
        #expect(try await stage.state() == ["Aktif||"])
    }

    @Test("a file of people that says that somebody died before the planned retirement overtakes it")
    func diedByFile() async throws {
        let stage = try await stage()
        let (day, died) = (stage.today + 30, stage.today + -3)
        _ = try await stage.record(.retirement, day)
        let line = SampleFile.person(1).replacing(",Aktif,", with: ",Meninggal Dunia,") + ",\(died.siasn)"
        let report = try await stage.city.importLines(
            .people,
            SampleFile.peopleHeader + ",tmt_kedudukan_hukum",
            [line],
            to: stage.agency,
            asOf: stage.today
        )
        #expect(report.rejected == 0 && report.warnings.map(\.code) == ["departure_replaced"])
        #expect(try await stage.events() == ["death|\(died.iso)"])
    }

    @Test("the pool adds no event by itself, and nobody undoes an older one")
    func byItself() async throws {
        let stage = try await stage()
        _ = try await stage.record(.unpaidLeave, stage.today + -9)
        _ = try await stage.record(.leaveEnd, stage.today + -4)
        let agency = stage.agency.id
        await #expect(throws: PostgresError.self) {
            try await stage.city.database.transaction(as: .agency(agency)) { tx in
                _ = try tx.execute(
                    """
                    insert into service_event (agency_id, employment_id, kind, valid_from, legal_standing, recorded_by)
                    select agency_id, employment_id, 'death', '2026-01-01', 'Meninggal Dunia', 'x' from employment
                    where agency_id = \(agency)
                    """
                )
            }
        }
        let refused = await #expect(throws: (any Error).self) {
            try await stage.city.database.transaction(as: .agency(agency)) { tx in
                _ = try tx.all(
                    """
                    select undo_service_event(\(agency), min(service_event_id), 'reinstatement', null, null, null, 'x')
                    from service_event where agency_id = \(agency)
                    """,
                    as: Int64.self
                )
            }
        }
        #expect((refused as? CityError)?.code == .serviceNotNewest)
    }
}

extension CivilDate {
    /// As SIASN writes it: `DD-MM-YYYY`.
    fileprivate var siasn: String { iso.split(separator: "-").reversed().joined(separator: "-") }
}
