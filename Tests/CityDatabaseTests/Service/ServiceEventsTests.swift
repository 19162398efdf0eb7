import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// People who leave, are away and come back, and what follows for seats, cycles and lists.
@Suite("Events of service", .serialized, .timeLimit(.minutes(20)))
struct ServiceEventsTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func record(
        _ stage: AppraisalStage,
        _ number: Int,
        _ kind: ServiceEventKind,
        _ day: String,
        dryRun: Bool = false
    ) async throws -> ServiceEvents.Effect {
        let event = ServiceEvent(
            nip: try AppraisalStage.nip(number),
            kind: kind,
            day: try date(day),
            documentNumber: "882/1",
            documentDate: nil,
            recordedBy: "BKPSDM"
        )
        return try await ServiceEvents(stage.city.database, stage.agencies[0]).record(event, dryRun: dryRun)
    }

    private func refusal(
        _ stage: AppraisalStage,
        _ number: Int,
        _ kind: ServiceEventKind,
        _ day: String
    ) async -> CityError.Code? {
        do {
            _ = try await record(stage, number, kind, day)
            return nil
        } catch {
            return (error as? CityError)?.code
        }
    }

    private func vacancies(_ stage: AppraisalStage, on day: String) async throws -> [String] {
        try await Workforce(stage.city.database, asOf: date(day))
            .vacancies(in: .agency(stage.agencies[0]), by: date(day)).map(\.post)
    }

    @Test("a head who retires keeps the past, leaves a vacancy from the day, and is not opened for the next cycle")
    func retirement() async throws {
        let stage = try await AppraisalStage.make()
        let before = try await Workforce(stage.city.database, asOf: date("2026-06-09"))
            .holders(in: .agency(stage.agencies[0]), purpose: "test").map(\.nip)
        let effect = try await record(stage, 2, .retirement, "2026-06-10")
        #expect(effect.freed == ["Kepala Bidang B"] && effect.held == [])
        #expect(try await vacancies(stage, on: "2026-06-09") == [])
        #expect(try await vacancies(stage, on: "2026-06-10") == ["Kepala Bidang B"])
        let past = try await Workforce(stage.city.database, asOf: date("2026-06-09"))
            .holders(in: .agency(stage.agencies[0]), purpose: "test").map(\.nip)
        #expect(past == before)
        let present = try await Workforce(stage.city.database, asOf: date("2026-06-10"))
            .holders(in: .agency(stage.agencies[0]), purpose: "test").map(\.nip)
        #expect(present == before.filter { $0 != SampleFile.nip(2) })
        try await stage.run(through: .open)
        #expect(try await stage.appraisals.excluded().isEmpty)
        #expect(
            try await stage.city.psql("select count(*) from appraisal where agency_id = \(stage.agencies[0].id)")
                == "8\n"
        )
        // A successor takes the seat by an import; an import of posts that still names the person leaves it vacant.
        let head = { (number: Int, since: String) in
            "x,\(SampleFile.nip(number)),1,B0,A0,31,\(since),800/2,15-06-2026,Unit B0,Kepala Bidang B"
        }
        let successor = try await stage.city.importLines(
            .posts,
            SampleFile.postsHeader,
            [head(4, "15-06-2026")],
            to: stage.agencies[0]
        )
        #expect(successor.rejections.isEmpty && successor.changed == 1)
        #expect(try await vacancies(stage, on: "2026-06-15").contains("Kepala Bidang B") == false)
    }

    @Test("a cycle that is under way leaves out people who left in its period, with the reason, until the close")
    func cycleUnderWay() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .open)
        _ = try await record(stage, 4, .death, "2026-09-01")
        _ = try await record(stage, 5, .retirement, "2026-10-01")
        #expect(try await stage.appraisals.excluded().map(\.reason) == ["left"])
        #expect(try await stage.appraisals.excluded().map(\.nip) == [SampleFile.nip(4)])
        // Undone: appraised again, in the same post.
        let effect = try await record(stage, 4, .reinstatement, "2026-09-01")
        #expect(effect.held == ["Pengadministrasi"])
        #expect(try await stage.appraisals.excluded().isEmpty)
        _ = try await record(stage, 4, .death, "2026-09-01")
        #expect(try await stage.appraisals.excluded().map(\.reason) == ["left"])
        try await stage.run(through: .close)
        let closed = try await stage.city
            .psql(
                "select employment_id from appraisal_closing where agency_id = \(stage.agencies[0].id)"
            )
            .split(separator: "\n").map(String.init)
        #expect(closed.count == 8)
        #expect(closed.contains(try await stage.employment(4)) == false)
        // From here on the results exist, and an end changes none.
        _ = try await record(stage, 6, .retirement, "2026-09-15")
        #expect(try await stage.appraisals.excluded().map(\.nip) == [SampleFile.nip(4)])
    }

    @Test("people who are away hold no seat and are not appraised, and serve again when they come back")
    func away() async throws {
        let stage = try await AppraisalStage.make()
        #expect(try await record(stage, 3, .unpaidLeave, "2026-06-20").freed == ["Kepala Bidang C"])
        #expect(try await vacancies(stage, on: "2026-06-20") == ["Kepala Bidang C"])
        #expect(await refusal(stage, 3, .leaveEnd, "2026-06-19") == .serviceEventLater)
        try await stage.run(through: .open)
        let excluded = try await stage.appraisals.excluded()
        #expect(excluded.map(\.reason) == ["not_serving"] && excluded.map(\.nip) == [SampleFile.nip(3)])
        #expect(try await record(stage, 3, .leaveEnd, "2026-10-20").held == [])
        #expect(
            try await stage.city.psql("select legal_status from person where nip = '\(SampleFile.nip(3))'") == "Aktif\n"
        )
        #expect(
            try await stage.city.psql(
                "select kind, valid_from, document_number, recorded_by from service_event order by service_event_id"
            ) == "unpaid_leave|2026-06-20|882/1|BKPSDM\nleave_end|2026-10-20|882/1|BKPSDM\n"
        )
    }

    @Test("what an event ended comes back with its own end, and a seat that somebody took since does not")
    func givenBack() async throws {
        let stage = try await AppraisalStage.make()
        let header = SampleFile.postsHeader + ",jenisPenugasanId"
        let acting = "x,\(SampleFile.nip(3)),1,B0,A0,31,01-03-2026,800/3,15-02-2026,Unit B0,Kepala Bidang B,PLT"
        #expect(try await stage.city.importLines(.posts, header, [acting], to: stage.agencies[0]).added == 1)
        _ = try await stage.city.psql(
            "update assignment set valid = '[2026-03-01,2026-12-01)' where kind = 'acting'"
        )
        #expect(try await record(stage, 3, .retirement, "2026-06-10").freed == ["Kepala Bidang C"])
        #expect(
            try await record(stage, 3, .reinstatement, "2026-06-10").held == ["Kepala Bidang B", "Kepala Bidang C"]
        )
        #expect(
            try await stage.city.psql("select valid from assignment where kind = 'acting'")
                == "[2026-03-01,2026-12-01)\n"
        )
        _ = try await record(stage, 3, .retirement, "2026-06-10")
        let successor = "x,\(SampleFile.nip(4)),1,C0,A0,31,15-06-2026,800/4,15-06-2026,Unit C0,Kepala Bidang C"
        #expect(
            try await stage.city.importLines(.posts, SampleFile.postsHeader, [successor], to: stage.agencies[0]).changed
                == 1
        )
        #expect(try await record(stage, 3, .reinstatement, "2026-06-10").held == ["Kepala Bidang B"])
    }

    @Test("people who come back later have a new employment, and the former one stays as it was")
    func comingBack() async throws {
        let stage = try await AppraisalStage.make()
        _ = try await record(stage, 4, .contractEnd, "2026-06-10")
        _ = try await record(stage, 4, .contractRenewal, "2026-08-01")
        let valid = try await stage.city.psql(
            """
            select e.valid from employment e join person p using (agency_id, person_id)
            where p.nip = '\(SampleFile.nip(4))' order by lower(e.valid)
            """
        )
        #expect(valid == "[2005-03-01,2026-06-10)\n[2026-08-01,)\n")
        let report = try await stage.city.importLines(
            .people,
            SampleFile.peopleHeader,
            [SampleFile.person(4)],
            to: stage.agencies[0]
        )
        #expect((report.changed, report.unchanged, report.warnings.count) == (0, 1, 0))
    }

    @Test("a dry run keeps nothing; what cannot be is refused with its code")
    func refusals() async throws {
        let stage = try await AppraisalStage.make()
        #expect(try await record(stage, 2, .retirement, "2026-06-10", dryRun: true).freed == ["Kepala Bidang B"])
        #expect(try await vacancies(stage, on: "2026-06-10") == [])
        #expect(await refusal(stage, 104, .retirement, "2026-06-10") == .servicePersonUnknown)
        #expect(await refusal(stage, 2, .retirement, "2005-03-01") == .serviceNotServing)
        #expect(await refusal(stage, 2, .retirement, "2021-01-31") == .serviceAssignmentLater)
        #expect(await refusal(stage, 2, .retirement, "2190-01-01") == .serviceDayFar)
        #expect(await refusal(stage, 2, .reinstatement, "2026-06-10") == .serviceNothingEnded)
        _ = try await record(stage, 2, .retirement, "2026-06-10")
        #expect(await refusal(stage, 2, .dismissal, "2026-06-20") == .serviceLeft)
        #expect(await refusal(stage, 2, .retirement, "2026-06-10") == .serviceLeft)
        #expect(await refusal(stage, 2, .reinstatement, "2026-06-01") == .serviceEventLater)
    }

    @Test("an event is not changed or removed by any role that works")
    func appendOnly() async throws {
        let stage = try await AppraisalStage.make()
        _ = try await record(stage, 4, .death, "2026-06-10")
        for statement: SQL in ["delete from service_event", "update service_event set valid_from = '2020-01-01'"] {
            await #expect(throws: PostgresError.self) {
                try await stage.city.database.transaction(as: .agency(stage.agencies[0].id)) { tx in
                    _ = try tx.execute(statement)
                }
            }
        }
    }
}
