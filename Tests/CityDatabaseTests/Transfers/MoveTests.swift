import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// People who move from one agency to another.
@Suite("Moves", .timeLimit(.minutes(20)))
struct MoveTests {
    private struct Stage {
        let city: TestCity
        let agencies: [Agency]
        /// A login of each agency.
        let logins: [AgencyLogins.Credentials]

        /// Each agency's answer through its own login, which reads through windows.
        func ask(_ tables: String) async throws -> [String] {
            let question = tables.replacing("from ", with: "from own_").replacing("join ", with: "join own_")
            var answers: [String] = []
            for login in logins {
                answers.append(try await city.psql(question, user: login.role, password: login.password).trimmed)
            }
            return answers
        }

        func pool(_ question: SQL) async throws -> [Int] {
            var answers: [Int] = []
            for agency in agencies {
                answers.append(
                    try await city.database.transaction(as: .agency(agency.id)) { tx in
                        try tx.one(question, as: Int.self)
                    }
                )
            }
            return answers
        }
    }

    private let day = CivilDate(daysSince2000: 9_800)  // 2026-10-31

    /// Three agencies with two people in posts of one unit each; everybody has a rating.
    private func stage() async throws -> Stage {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh", "dishub")
        _ = try await city.psql(
            """
            insert into cycle (code, kind, period, rule_set)
            select '2026-Q3', 'quarter', '[2026-07-01,2026-10-01)', max(rule_set) from rule_set
            """
        )
        var logins: [AgencyLogins.Credentials] = []
        for (index, agency) in agencies.enumerated() {
            let numbers = [index * 10 + 1, index * 10 + 2]
            let people = numbers.map { SampleFile.person($0) }
            try await city.importLines(.people, SampleFile.peopleHeader, people, to: agency)
            let posts = numbers.map { SampleFile.post($0, unit: "U\(index)") }
            try await city.importLines(.posts, SampleFile.postsHeader, posts, to: agency)
            let ratings = numbers.map { SampleFile.rating($0, 2, 2) }
            try await city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agency)
            logins.append(
                try await AgencyLogins(city.database)
                    .add("siasn", to: agency.code, .password, validThrough: nil, connectionLimit: 5)
            )
        }
        return Stage(city: city, agencies: agencies, logins: logins)
    }

    @Test("before, at and after the instant: one agency has the person, and the other keeps what happened there")
    func instant() async throws {
        let stage = try await stage()
        let (from, to) = (stage.agencies[0], stage.agencies[1])
        let nip = SampleFile.nip(1)
        let present = "select count(*) from person where nip = '\(nip)'"
        let person = try #require(
            Int64(try await stage.city.psql("select person_id from person where nip = '\(nip)'").trimmed)
        )
        let history = """
            select count(*) from employment e
            join assignment a using (agency_id, employment_id)
            join rating_event r using (agency_id, employment_id)
            where e.person_id = \(person)
            """
        let post = try #require(
            Int64(try await stage.city.psql("select post_id from post where agency_id = \(to.id)").trimmed)
        )
        _ = try await stage.city.psql("update post set capacity = 9")
        #expect(try await stage.ask(present) == ["1", "0", "0"])
        #expect(try await stage.ask(history) == ["1", "0", "0"])
        try await stage.city.database.transaction(as: .mover) { (tx) async throws in
            _ = try tx.one(
                "select move_person(\(from.id), \(to.id), \(person), \(day), \(post), 'SK/1', \(day))",
                as: Int64.self
            )
            // Done, but not committed: nobody sees any of it.
            #expect(try await stage.ask(present) == ["1", "0", "0"])
            #expect(try await stage.ask(history) == ["1", "0", "0"])
        }
        #expect(try await stage.ask(present) == ["0", "1", "0"])
        #expect(try await stage.ask(history) == ["1", "0", "0"])
        #expect(try await stage.pool("select count(*) from person where nip = \(nip)") == [0, 1, 0])
        // The new employment is the receiving agency's; the old one has ended.
        #expect(try await stage.ask("select count(*) from employment where person_id = \(person)") == ["1", "1", "0"])
        await #expect(
            try stage.ask("select max(upper(valid))::text from employment where person_id = \(person)")
                == [day.iso, "", ""]
        )
        #expect(
            try await stage.ask("select count(*) from person_history where person_id = \(person)") == ["1", "0", "0"]
        )
        await #expect(throws: CityError.self) {
            try await Moves(stage.city.database)
                .carryOut(
                    Move(
                        nip: try NIP(nip),
                        from: from.code,
                        to: to.code,
                        postID: post,
                        day: day,
                        decreeNumber: "SK/1",
                        decreeDate: day
                    )
                )
        }
    }

    @Test("no key points across, a taken post is refused, and then nothing has moved")
    func refusals() async throws {
        let stage = try await stage()
        let (from, to) = (stage.agencies[0].id, stage.agencies[1].id)
        let person = try #require(
            Int64(try await stage.city.psql("select min(person_id) from person where agency_id = \(from)").trimmed)
        )
        var posts: [Int64] = []
        for agency in [from, to] {
            let post = try await stage.city.psql("select post_id from post where agency_id = \(agency)")
            posts.append(try #require(Int64(post.trimmed)))
        }
        _ = try await stage.city.psql("update post set capacity = 2")
        let (own, taken) = (posts[0], posts[1])
        for (post, code) in [(own, CityError.Code.movePostUnknown), (taken, .postTaken)] {
            await #expect(throws: CityError(code)) {
                try await stage.city.database.transaction(as: .mover) { tx in
                    try tx.one(
                        "select move_person(\(from), \(to), \(person), \(day), \(post), 'SK/1', \(day))",
                        as: Int64.self
                    )
                }
            }
        }
        let superuser = stage.city.superuser
        defer { superuser.close() }
        let across = await #expect(throws: PostgresError.self) {
            try await superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { tx in
                try tx.execute(
                    """
                    insert into assignment (agency_id, employment_id, post_id, valid)
                    select \(to), employment_id, \(taken), daterange(\(day), null) from employment
                    where agency_id = \(from) and person_id = \(person)
                    """
                )
            }
        }
        #expect(across?.sqlState == .foreignKeyViolation)
        #expect(try await stage.ask("select count(*) from person") == ["2", "2", "2"])
        #expect(try await stage.city.psql("select count(*) from employment where upper_inf(valid)") == "6\n")
    }

    @Test("a merger moves everybody with units and posts, closes the agency, and when repeated does nothing")
    func merger() async throws {
        let stage = try await stage()
        let agencies = Agencies(stage.city.database)
        let (from, into) = (stage.agencies[0], stage.agencies[1])
        // Every post of the one agency asks something; of the other's, one asks something of its own.
        _ = try await stage.city.psql(
            """
            insert into competency_standard (agency_id, post_id, competency, valid_from, valid_to, level)
            select agency_id, post_id, 'communication', '2025-01-01', '2027-12-31', 3 from post where agency_id = \(from.id);
            insert into competency_standard (agency_id, post_id, competency, valid_from, level)
            select agency_id, min(post_id), 'integrity', '2024-01-01', 4 from post where agency_id = \(into.id) group by 1
            """
        )
        let rehearsed = try await agencies.merge(from.code, into: into.code, on: day, dryRun: true)
        #expect(rehearsed.people == 2 && rehearsed.outcome == .changed)
        #expect(try await stage.ask("select count(*) from person") == ["2", "2", "2"])
        let merged = try await agencies.merge(from.code, into: into.code, on: day)
        #expect(merged.people == 2 && merged.outcome == .changed)
        let again = try await agencies.merge(from.code, into: into.code, on: day)
        #expect(again.people == 0 && again.outcome == .unchanged)
        await #expect(throws: CityError.self) {
            try await agencies.merge(from.code, into: stage.agencies[2].code, on: day)
        }
        #expect(try await stage.pool("select count(*) from person") == [0, 4, 2])
        // Everybody has the same post as before, in the other agency's own units and posts.
        let seats = """
            select count(*) from assignment a
            join employment e using (agency_id, employment_id)
            join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
            where a.agency_id = \(into.id) and a.valid @> date '\(day.iso)' and u.siasn_id in ('U0', 'U1')
            """
        #expect(try await stage.city.psql(seats) == "4\n")
        // Standards move along with their posts, and that of the receiving agency's own post stays.
        let asked = try await stage.city.psql(
            """
            select string_agg(distinct concat_ws(' ', competency, level, valid_from, valid_to), ', '),
                count(*) = (select count(*) from post where agency_id = \(into.id))
            from competency_standard where agency_id = \(into.id)
            """
        )
        #expect(asked == "communication 3 2025-01-01 2027-12-31, integrity 4 2024-01-01|t\n", "\(asked)")
        // The time in the post goes on.
        let since = try await Workforce(stage.city.database, asOf: day)
            .holders(in: .agency(try await agencies.find(into.code)), purpose: "test").map(\.since)
        #expect(since.count == 4 && since.allSatisfy { $0 < day })
        #expect(try await stage.city.psql("select count(*) from rating_event where agency_id = \(from.id)") == "2\n")
        await #expect(throws: PsqlFailure.self) { try await stage.ask("select 1") }
        #expect(try await agencies.find(from.code).state == .closed)
        #expect(
            try await stage.city.psql("select merged_into from agency where agency_id = \(from.id)") == "\(into.id)\n"
        )
    }
}

extension String {
    var trimmed: String { String(filter { !$0.isNewline }) }
}
