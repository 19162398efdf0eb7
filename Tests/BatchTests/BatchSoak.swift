import CityDatabase
import Foundation
import Personnel
import Postgres
import TestSupport

/// Days of a city, one after the other: batches go through the course, people leave, agencies merge, and daemons carry
/// out what is due.
struct BatchSoak {
    let stage: BatchCity
    let batches: Int
    var random: SeededGenerator
    var tally = BatchTally()
    var day = 0
    var newest = BatchCity.startingAgencies
    /// The cases of each batch of the day before.
    private var drawn: [[String]] = []
    /// Steps of the course before the inauguration, with the actor and the person who acts.
    static let course = [
        ("submit", "personnel", "Perencana"), ("verify", "personnel", "Verifikator"),
        ("consider", "review_team", "Sekda"), ("approve", "mayor", "Wali Kota"),
        ("request_pertek", "personnel", "Verifikator"), ("issue_pertek", "bkn", "BKN"),
        ("decree", "mayor", "Wali Kota"),
        ("announce", "personnel", "Verifikator"),
    ]
    private static let perDay = 100

    init(_ stage: BatchCity, batches: Int, seed: UInt64) {
        self.stage = stage
        self.batches = batches
        random = SeededGenerator(state: seed)
    }

    mutating func run() async throws {
        while tally.batches < batches || day < 4 { try await live() }
        try await look(BatchInvariants.everyDay)
        try await look(BatchInvariants.history)
        for problem in try await AuditTrail(stage.city).verify(in: .city) { tally.report(["audit: \(problem)"], day) }
        let (landed, reversed, cancelled) = try await stage.transaction { tx in
            try tx.one(
                """
                select count(*) filter (where effective_on is not null), count(*) filter (where state = 'reversed'),
                    count(*) filter (where state in ('cancelled', 'revoked'))
                from transfer_case
                """,
                as: (Int, Int, Int).self
            )
        }
        (tally.landed, tally.reversed, tally.cancelled) = (landed, reversed, cancelled)
    }

    private mutating func live() async throws {
        day += 1
        try stage.server.clock?.set(ahead: day * 86_400)
        try await settle()
        let merges = day % 8 == 3
        if merges { try await merge() }
        if day % 2 == 0 { try await leave() }
        let expected = try await decide()
        if day % 2 == 1 { try await leave() }
        let vacancies = try await stage.vacancies()
        if vacancies.count > 20, let seat = vacancies.randomElement(using: &random) {
            let today = try await stage.transaction { tx in try tx.one("select city_day(now())::text", as: String.self)
            }
            try await stage.hire([seat.post], from: today)
        }
        try await carryOut()
        try await look(BatchInvariants.now)
        try await look(BatchInvariants.history)
        try await stage.run(BatchInvariants.remember)
        if !merges { try await requireLanded(expected) }
    }

    /// Draws the day's batches and takes them to the end of the course; returns the cases that must be carried out today.
    private mutating func decide() async throws -> [String] {
        let back = try await reverse()
        tally.cases += back.count
        var drawer = BatchDrawer(try await stage.holders(), try await stage.vacancies(), random)
        _ = random.next()
        var drafts: [BatchDraft] = []
        let wanted = min(Self.perDay, max(8, batches - tally.batches))
        for _ in 0..<wanted * 2 where drafts.count < wanted {
            if let draft = drawer.draw() { drafts.append(draft) }
        }
        tally.batches += drafts.count
        var (open, expected): ([String], [String]) = (back, [])
        drawn = []
        var cancelled: [Int: [String]] = [:]
        var revoked: [String] = []
        for draft in drafts {
            let numbers = try await plan(draft)
            tally.cases += numbers.count
            open += numbers
            drawn.append(numbers)
            if draft.isClean, draft.later == 0 { expected += numbers }
            switch draft.fate {
            case .clean: break
            case .cancelled(let all, let step): cancelled[step, default: []] += all ? numbers : Array(numbers.prefix(1))
            case .revoked(let all): revoked += all ? numbers : Array(numbers.prefix(1))
            }
        }
        for (place, (step, actor, by)) in Self.course.enumerated() {
            if let ending = cancelled[place] {
                try await take("cancel", "personnel", "Perencana", ending)
                open.removeAll(where: Set(ending).contains)
            }
            try await take(step, actor, by, open)
            if place == 0 { try await pass(open) }
        }
        let inaugurated = open
        let leaders = try await stage.transaction { tx in
            try tx.all(
                """
                select c.number from transfer_case c
                join post p on p.agency_id = c.to_agency_id and p.post_id = c.to_post_id
                where c.number = any (\(inaugurated)) and p.position_level <> 'pelaksana' order by 1
                """,
                as: String.self
            )
        }
        try await take("inaugurate", "mayor", "Wali Kota", leaders)
        try await take("revoke", "mayor", "Wali Kota", revoked)
        return expected
    }

    private func plan(_ draft: BatchDraft) async throws -> [String] {
        let (nips, agencies, posts) = (draft.moves.map(\.nip), draft.moves.map(\.agency), draft.moves.map(\.post))
        let later = Int32(draft.later)
        return try await stage.transaction { tx in
            try tx.all(
                """
                select plan_transfer(
                    m.nip, m.agency, m.post, 'agency_need', null, 'Kebutuhan organisasi', city_day(now()) + \(later),
                    'Perencana', null
                )
                from unnest(\(nips), \(agencies), \(posts)) with ordinality m (nip, agency, post, n) order by m.n
                """,
                as: String.self
            )
        }
    }

    /// Takes back some moves of earlier days, alone and with all of their batch: a seat of a cycle becomes free only so.
    private mutating func reverse() async throws -> [String] {
        let moved = try await stage.transaction { tx in
            try tx.all(
                """
                select c.number from transfer_case c
                where c.state = 'effective' and c.from_post_id is not null and c.effective_on < city_day(now())
                    and c.effective_on > city_day(now()) - 4
                order by c.number
                """,
                as: String.self
            )
        }
        let alone = moved.shuffled(using: &random).prefix(4)
        let together = drawn.filter(Set(moved).isSuperset).shuffled(using: &random).prefix(4).joined()
        var back: [String] = []
        for number in alone + together {
            do {
                back.append(
                    try await stage.transaction { tx in
                        try tx.one(
                            "select reverse_transfer(\(number), 'Putusan PTUN', city_day(now()), 'Perencana')",
                            as: String.self
                        )
                    }
                )
            } catch is PostgresError {
                // The person has another open case, or is back already, or has left.
                continue
            }
        }
        return back
    }

    func take(_ step: String, _ actor: String, _ by: String, _ numbers: [String]) async throws {
        let document = "821/\(day)"
        guard !numbers.isEmpty else { return }
        try await stage.transaction { tx in
            _ = try tx.one(
                """
                select count(take_city_step(
                    n, \(step), \(actor), \(by), city_day(now()), \(document), city_day(now()), null,
                    case when \(step)::text = 'postpone' then city_day(now()) end
                ))
                from unnest(\(numbers)) n
                """,
                as: Int.self
            )
        }
    }

    /// Records a check in which the rules pass.
    func pass(_ numbers: [String]) async throws {
        try await stage.transaction { tx in
            _ = try tx.one(
                """
                select record_transfer_checks(coalesce(jsonb_agg(jsonb_build_object(
                    'agency', agency_id, 'case', transfer_case_id, 'revision', revision, 'day', planned_on,
                    'direction', 'rotation', 'verdicts', jsonb_build_array(jsonb_build_object(
                        'rule', 'seat_free', 'outcome', 'pass', 'stops', false, 'may_be_lifted', false,
                        'facts', '[]'::jsonb
                    ))
                )), '[]'), 'test', 'Pemeriksa')
                from transfer_case where number = any (\(numbers))
                """,
                as: Int32.self
            )
        }
    }

    /// The invariants, in one snapshot.
    mutating func look(_ statement: SQL) async throws {
        tally.checks += 1
        let found = try await stage.watch.transaction(as: BatchCity.scope, options: BatchCity.patient) { tx in
            try tx.all(statement, as: String.self)
        }
        tally.report(found, day)
    }

    private mutating func requireLanded(_ expected: [String]) async throws {
        let missing = try await stage.transaction { tx in
            try tx.all(
                """
                select format('the transfer %s was not carried out: %s, %s', c.number, c.state, c.problem)
                from transfer_case c
                where c.number = any (\(expected)) and c.effective_on is null
                    -- Not where one of the batch has left today, nor where a case of an earlier day holds it up.
                    and c.problem not like '%does not serve%'
                    and not exists (
                        select from regexp_matches(c.problem, 'TRF-[0-9]+-[0-9]+', 'g') n
                        where n[1] <> all (\(expected))
                    )
                """,
                as: String.self
            )
        }
        tally.report(missing, day)
    }
}
