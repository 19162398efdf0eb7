import Postgres
import TestSupport
import Testing

@testable import CityDatabase

/// A rule that the database keeps says the same to every role that may write the table: none finds less, and is let through.
@Suite("Refusals", .serialized, .timeLimit(.minutes(20)))
struct RefusalTests {
    private struct Refusal: Sendable {
        let name: String
        let table: String
        /// `{own}`, `{other}` agencies; `{employment}`, `{post}`, `{person}` of the own one; `{closed}`, `{open}` cycles.
        let statement: String
        let state: String
    }

    private static let refusals: [Refusal] = [
        Refusal(
            name: "a rating after the close",
            table: "rating_event",
            statement: """
                insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
                values ({own}, {closed}, {employment}, 1, 1)
                """,
            state: "MU102"
        ),
        Refusal(
            name: "a rating of nobody",
            table: "rating_event",
            statement: """
                insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
                values ({own}, {open}, 987654321, 1, 1)
                """,
            state: "MU304"
        ),
        Refusal(
            name: "a rating for no cycle",
            table: "rating_event",
            statement: """
                insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
                values ({own}, 987654, {employment}, 1, 1)
                """,
            state: "MU101"
        ),
        Refusal(
            name: "an appraisal of nobody",
            table: "appraisal",
            statement: """
                insert into appraisal (agency_id, cycle_id, employment_id, post_id, position_level)
                values ({own}, {open}, 987654321, {post}, 'pelaksana')
                """,
            state: "MU304"
        ),
        Refusal(
            name: "an exclusion of nobody",
            table: "appraisal_exclusion",
            statement: """
                insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
                values ({own}, {open}, 987654321, 'moved')
                """,
            state: "MU304"
        ),
        Refusal(
            name: "a part of no appraisal",
            table: "appraisal_segment",
            statement: """
                insert into appraisal_segment (agency_id, cycle_id, employment_id, segment, title, position_level, valid)
                values ({own}, {open}, {employment}, 1, 'x', 'pelaksana', '[2026-10-01,2026-11-01)')
                """,
            state: "MU304"
        ),
        Refusal(
            name: "an employment of nobody",
            table: "employment",
            statement:
                "insert into employment (agency_id, person_id, valid) values ({own}, 987654321, '[2026-01-01,)')",
            state: "MU301"
        ),
        Refusal(
            name: "an employment of whoever serves another agency",
            table: "employment",
            statement:
                "insert into employment (agency_id, person_id, valid) values ({own}, {doubled}, '[2026-01-01,)')",
            state: "MU303"
        ),
        Refusal(
            name: "a second holder of a seat",
            table: "assignment",
            statement: """
                insert into assignment (agency_id, employment_id, post_id, valid)
                values ({own}, {seatless}, {post}, '[2026-11-01,)')
                """,
            state: "MU311"
        ),
        Refusal(
            name: "an assignment that is made longer over a successor's",
            table: "assignment",
            statement: "update assignment set valid = '[2020-01-01,)' where assignment_id = {ended}",
            state: "MU311"
        ),
        Refusal(
            name: "seats entered below their holders",
            table: "formasi",
            statement: """
                insert into formasi (agency_id, post_id, valid_from, seats, source, recorded_by)
                values ({own}, {crowded}, '2026-11-01', 1, 'decree', 'x')
                """,
            state: "MU313"
        ),
        Refusal(
            name: "entered seats lowered below their holders",
            table: "formasi",
            statement: "update formasi set seats = 0 where post_id = {crowded}",
            state: "MU313"
        ),
        Refusal(
            name: "a run that is no phase of its cycle",
            table: "run",
            statement: """
                insert into run (kind, subject, step, ordinal, intended_at)
                values ('cycle_phase', '2026-Q3', 'zzz', 0, '2100-01-01')
                """,
            state: "MU104"
        ),
        Refusal(
            name: "a cycle that opens before its period",
            table: "cycle_phase",
            statement: """
                insert into cycle_phase (cycle_id, phase, ordinal, due_at) values ({open}, 'open', 1, '2026-09-01')
                """,
            state: "MU105"
        ),
        Refusal(
            name: "a cycle that closes within its period",
            table: "cycle_phase",
            statement: """
                insert into cycle_phase (cycle_id, phase, ordinal, due_at) values ({open}, 'close', 3, '2026-11-01')
                """,
            state: "MU106"
        ),
        Refusal(
            name: "a rule of a set that results have",
            table: "setting",
            statement: """
                insert into setting (rule_set, name, value, basis) select rule_set, 'x', 1, 'x' from cycle where cycle_id = {closed}
                """,
            state: "MU602"
        ),
        Refusal(
            name: "a day that is none",
            table: "assignment",
            statement: "update assignment set valid = '(,2026-01-01)' where assignment_id = {ended}",
            state: "23514"
        ),
        Refusal(
            name: "an employment for no day",
            table: "employment",
            statement: "update employment set valid = 'empty' where employment_id = {employment}",
            state: "23514"
        ),
    ]

    @Test("each is the same for every role that may write the table", arguments: refusals.indices)
    func same(_ index: Int) async throws {
        let stage = try await Self.stage.value
        let refusal = Self.refusals[index]
        let statement = stage.values.reduce(refusal.statement) { $0.replacing("{\($1.key)}", with: $1.value) }
        let letter: Character = statement.hasPrefix("insert") ? "i" : "u"
        // Reference data are the owner's to complete, by migrations.
        let writers = AccessTable.roles.filter {
            $0 != "owner" && AccessTable.letters[refusal.table]?[$0]?.contains(letter) == true
        }
        #expect(!writers.isEmpty)
        for role in writers {
            let error = await #expect(throws: PostgresError.self, "\(refusal.name) as \(role)") {
                try await stage.database(for: role)
                    .transaction(as: stage.scope(of: role)) { tx in
                        try tx.run(SQLScript(name: refusal.name, uncheckedText: statement))
                    }
            }
            #expect(error?.sqlState?.code == refusal.state, "\(refusal.name) as \(role): \(String(describing: error))")
        }
    }

    @Test("and under an older snapshot, which could find less, what looks at others is not judged but refused")
    func olderSnapshot() async throws {
        let stage = try await Self.stage.value
        let looking: Set = [
            "a rating after the close", "an employment of whoever serves another agency", "a second holder of a seat",
            "seats entered below their holders", "a rule of a set that results have",
        ]
        let options = TransactionOptions(isolation: .repeatableRead, retries: 0)
        for refusal in Self.refusals where looking.contains(refusal.name) {
            let statement = stage.values.reduce(refusal.statement) { $0.replacing("{\($1.key)}", with: $1.value) }
            let role = refusal.table == "setting" ? "personnel" : "pool"
            let error = await #expect(throws: PostgresError.self, "\(refusal.name)") {
                try await stage.database(for: role)
                    .transaction(as: stage.scope(of: role), options: options) { tx in
                        try tx.run(SQLScript(name: refusal.name, uncheckedText: statement))
                    }
            }
            #expect(error?.sqlState?.code == "25000", "\(refusal.name): \(String(describing: error))")
        }
    }

    /// One city for all: nothing that is refused changes it.
    private static let stage = Task { try await Stage.make() }

    private struct Stage: Sendable {
        let stage: IsolationStage
        let values: [String: String]
        let login: Database
        let superuser: Database

        static func make() async throws -> Stage {
            let stage = try await IsolationStage.make()
            let (own, other) = (stage.own.id, stage.foreign.id)
            // A person of both agencies' lists who serves the other one; a post of two with a successor; a third person without
            // a seat.
            let made = try await stage.city.psql(
                """
                insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, legal_status)
                select \(own), nip, name, birth_date, sex, kind, appointed_on, legal_status from person
                where agency_id = \(other) order by person_id limit 1;
                update post set capacity = 3 where agency_id = \(own);
                update assignment a set valid = daterange(lower(a.valid), '2026-06-01')
                where a.agency_id = \(own) and a.employment_id = \(stage.ownEmployment);
                update post set capacity = 2 where agency_id = \(own);
                select concat_ws(
                    ' ', (select max(person_id) from person where agency_id = \(own)),
                    (select post_id from post where agency_id = \(own) limit 1),
                    (select assignment_id from assignment where employment_id = \(stage.ownEmployment)),
                    (select cycle_id from cycle where code = '2026-Q3'))
                """
            )
            let found = made.split(separator: "\n").last?.split(separator: " ").map(String.init) ?? []
            try #require(found.count == 4)
            let credentials = stage.logins[0]
            return Stage(
                stage: stage,
                values: [
                    "own": "\(own)", "other": "\(other)", "employment": "\(stage.ownEmployment)",
                    "seatless": "\(stage.ownEmployment)", "doubled": found[0], "post": found[1], "crowded": found[1],
                    "ended": found[2], "closed": found[3], "open": "\(stage.openCycle)",
                ],
                login: Database(
                    ConnectionOptions(
                        uri: stage.city.uri(user: credentials.role) + "&password=\(credentials.password ?? "")"
                    ),
                    limits: PoolLimits(maximum: 2)
                ),
                superuser: stage.city.superuser
            )
        }

        func database(for role: String) -> Database {
            switch CityRole.all.first(where: { $0.word == role })?.kind {
            // Nobody can take it.
            case .keeper: superuser
            default: role == "agency" ? login : stage.city.connections
            }
        }

        func scope(of role: String) -> Scope {
            let path: [Identifier] = ["medan", "pg_temp"]
            guard role != "agency" else { return Scope(role: nil, searchPath: path) }
            return Scope(
                role: Identifier("medan_\(role)"),
                searchPath: path,
                settings: [Scope.Setting("mutasi.agency", Int(stage.own.id))]
            )
        }
    }
}
