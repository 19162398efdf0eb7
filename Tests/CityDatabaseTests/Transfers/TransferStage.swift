import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// Agencies with one head each and a few people, and cases that go through the whole course.
struct TransferStage: Sendable {
    let city: TestCity
    let agencies: [Agency]
    let today: CivilDate

    var transfers: Transfers { Transfers(city.database) }

    /// - Parameter codes: agencies; of each one, person `index * 10 + 1` holds its headship, and `+ 2`, `+ 3` other posts.
    static func make(_ codes: String..., ownRoles: Bool = false) async throws -> TransferStage {
        let city = try await TestCity.make(ownRoles: ownRoles)
        var agencies: [Agency] = []
        for (index, code) in codes.enumerated() {
            let agency = try await city.add(code)[0]
            agencies.append(agency)
            let numbers = (1...3).map { index * 10 + $0 }
            try await city.importLines(
                .people,
                SampleFile.peopleHeader,
                numbers.map { SampleFile.person($0) },
                to: agency
            )
            try await city.importLines(
                .posts,
                SampleFile.postsHeader,
                [
                    SampleFile.post(
                        numbers[0],
                        unit: "U\(index)",
                        kind: 1,
                        echelon: "22",
                        title: "Kepala Dinas \(code)"
                    ),
                    SampleFile.post(numbers[1], unit: "U\(index)", title: "Analis \(code)"),
                    SampleFile.post(numbers[2], unit: "U\(index)", title: "Pengelola \(code)"),
                ],
                to: agency
            )
        }
        let today = try #require(
            CivilDate(iso: try await city.psql("select city_day(now())::text").trimmed)
        )
        return TransferStage(city: city, agencies: agencies, today: today)
    }

    /// The number of the post with a title that begins so.
    func post(_ agency: Int, _ title: String) async throws -> Int64 {
        let text = try await city.psql(
            "select post_id from post where agency_id = \(agencies[agency].id) and title ^@ '\(title)'"
        )
        return try #require(Int64(text.trimmed))
    }

    /// Gives a post a second seat.
    func addSeat(_ agency: Int, _ title: String) async throws {
        _ = try await city.psql(
            """
            insert into formasi (agency_id, post_id, valid_from, seats, source, recorded_by)
            values (\(agencies[agency].id), \(try await post(agency, title)), '2020-01-01', 2, 'workload', 'uji')
            """
        )
    }

    /// Plans a person's move to the post of an agency.
    func plan(_ person: Int, to agency: Int, _ title: String, on day: CivilDate? = nil) async throws -> String {
        try await transfers.plan(
            TransferPlan(
                nip: try NIP(SampleFile.nip(person)),
                agency: agencies[agency].code,
                post: try await post(agency, title),
                basis: .agencyNeed,
                reason: "Pengalaman sesuai kebutuhan organisasi",
                day: day ?? today
            ),
            by: "Perencana"
        )
    }

    func act(_ by: String, document: String? = nil, note: String? = nil, newDay: CivilDate? = nil) -> TransferAct {
        TransferAct(
            by: by,
            on: today,
            documentNumber: document,
            documentDate: document == nil ? nil : today,
            note: note,
            newDay: newDay
        )
    }

    /// Records a check in which every rule passes, for the present revision of each case.
    func pass(_ numbers: [String]) async throws {
        try await judge(numbers, rule: "seat_free", "pass")
    }

    /// Records a check with one verdict.
    func judge(_ numbers: [String], rule: String, _ outcome: String, mayBeLifted: Bool = false) async throws {
        _ = try await city.psql(
            """
            select record_transfer_checks(jsonb_agg(jsonb_build_object(
                'agency', agency_id, 'case', transfer_case_id, 'revision', revision, 'day', planned_on, 'direction', 'rotation',
                'verdicts', jsonb_build_array(jsonb_build_object(
                    'rule', '\(rule)', 'outcome', '\(outcome)', 'stops', \(outcome != "pass" && outcome != "warn"),
                    'may_be_lifted', \(mayBeLifted), 'facts', '[]'::jsonb
                ))
            )), 'test', 'Pemeriksa')
            from transfer_case where number = any ('{\(numbers.joined(separator: ","))}')
            """
        )
    }

    /// Takes cases from the draft to the pertek of BKN.
    func approve(_ numbers: [String]) async throws {
        try await transfers.steps(numbers, .submit, as: .personnel, act("Perencana"))
        try await pass(numbers)
        try await transfers.steps(numbers, .verify, as: .personnel, act("Verifikator"))
        try await transfers.steps(numbers, .consider, as: .reviewTeam, act("Sekda"))
        try await transfers.steps(numbers, .approve, as: .mayor, act("Wali Kota"))
        try await transfers.steps(numbers, .requestPertek, as: .personnel, act("Verifikator"))
        try await transfers.steps(numbers, .issuePertek, as: .bkn, act("BKN", document: "PT/1"))
    }

    /// Takes cases from the draft to the inauguration.
    func decide(_ numbers: [String], decree: String = "821.2/1") async throws {
        try await approve(numbers)
        try await transfers.steps(numbers, .decree, as: .mayor, act("Wali Kota", document: decree))
        try await transfers.steps(numbers, .announce, as: .personnel, act("Verifikator"))
        try await transfers.steps(numbers, .inaugurate, as: .mayor, act("Wali Kota"))
    }

    /// Who holds which seat on a day: agency, title, NIP, and since when it counts.
    func holders(on day: CivilDate) async throws -> String {
        try await city.psql(
            """
            select g.code, t.title, p.nip, coalesce(a.held_since, lower(a.valid))
            from assignment a
            join agency g using (agency_id)
            join post t using (agency_id, post_id)
            join employment e using (agency_id, employment_id)
            join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            where a.valid @> '\(day.iso)'::date and a.kind = 'definitive'
            order by 1, 2, 3
            """
        )
    }

    /// What the server says against a statement; empty where it says nothing.
    func refusal(_ statement: String) async -> String {
        do {
            _ = try await city.psql(statement)
            return ""
        } catch {
            return "\(error)"
        }
    }

    /// The state of a case.
    func state(_ number: String) async throws -> String {
        try await transfers.show(number).summary.state
    }
}
