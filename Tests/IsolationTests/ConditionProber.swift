import CityDatabase
import Postgres
import TestSupport

/// Asks, as an agency's login, the same question about a value that a row of another agency has and about one that no row has, and
/// looks for any difference between the answers.
struct ConditionProber {
    struct Relation: Sendable {
        let name: String
        let columns: [Column]

        var isWindow: Bool { name.hasPrefix("own_") }
    }

    struct Column: Sendable {
        let name: String
        let type: String
        /// A value that the other agency has, and the attacker's has not.
        let foreign: String

        /// Of the same type, and nobody has it.
        var absent: String {
            switch type {
            case "integer", "bigint": "987654321"
            case "smallint": "32123"
            case "date": "1901-02-03"
            case "uuid": "00000000-0000-4000-8000-000000000001"
            default: "~no row has this~"
            }
        }

        /// Nothing can be told of a column of two values, where both are everywhere.
        var isTelling: Bool { type != "boolean" }

        /// Operators whose functions are leakproof, as those that a condition goes first by; `between` for two of them.
        func operators(_ effect: Effect) -> [String] {
            switch (effect, type) {
            // Where rows are only expected and not looked at, the order of the two values would tell as well.
            case (.estimate, _): ["= V", "<= V"]
            case (.setting, "text"): ["= V", "^@ V", "between V and V"]
            case (.setting, _): ["= V", "between V and V"]
            default: ["= V"]
            }
        }
    }

    /// By what an answer could differ.
    enum Effect: String, CaseIterable, Sendable {
        /// A setting that a sub-select makes.
        case setting
        /// An error that a sub-select makes.
        case failure
        /// Which sub-selects were run, as `explain analyze` shows.
        case plan
        /// How many rows the planner expects.
        case estimate
    }

    struct Difference: Sendable, CustomStringConvertible {
        let effect: Effect
        let statement: String
        let answers: [String]

        var description: String { "\(effect): \(statement): \(answers)" }
    }

    private static let branches = [
        "case when C then agency_id < E end",
        "C and agency_id < E",
        "not C or agency_id < E",
        "coalesce(case when C then agency_id > E end, false)",
    ]

    /// Settings of the planner.
    private static let plans = [
        "select 1",
        "set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off",
        "set local enable_seqscan = off",
        """
        set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0; set local min_parallel_table_scan_size = 0; \
        set local enable_indexscan = off; set local enable_bitmapscan = off
        """,
    ]

    private let database: Database
    /// Whether tables may be read, and are looked at as closely as windows.
    private let isOpen: Bool

    init(_ stage: IsolationStage, isOpen: Bool = false) {
        self.isOpen = isOpen
        let login = stage.logins[0]
        database = Database(
            ConnectionOptions(uri: stage.city.uri(user: login.role) + "&password=\(login.password ?? "")"),
            limits: PoolLimits(maximum: 1)
        )
    }

    func close() { database.close() }

    /// What was told about a relation, and by how many statements that was looked for.
    func probe(_ relation: Relation) async throws -> (differences: [Difference], statements: Int) {
        var differences: [Difference] = []
        var statements = 0
        // A right that is not there is missed before any condition is looked at: one column tells that of all.
        for column in relation.columns.filter(\.isTelling).prefix(relation.isWindow || isOpen ? .max : 1) {
            for plan in Self.plans {
                for effect in Effect.allCases {
                    for operation in column.operators(effect) {
                        // Whatever is evaluated makes all effects alike: one of them is looked at in every branch.
                        for branch in Self.branches.prefix(effect == .setting ? .max : 2) {
                            let made = statement(relation, column, operation, branch, effect)
                            let answers = try await [column.foreign, column.absent]
                                .asyncMap { try await answer(made, column, $0, plan, effect) }
                            statements += 2
                            if answers[0] != answers[1] {
                                differences.append(Difference(effect: effect, statement: made, answers: answers))
                            }
                        }
                    }
                    guard differences.count < 400 else { return (differences, statements) }
                }
            }
        }
        return (differences, statements)
    }

    private func statement(
        _ relation: Relation,
        _ column: Column,
        _ operation: String,
        _ branch: String,
        _ effect: Effect
    ) -> String {
        let done =
            switch effect {
            case .setting: "(select length(set_config('x.seen', 'yes', false)))"
            case .failure: "(select (1 / (select count(*) from pg_class where false))::integer)"
            case .plan, .estimate: "(select length(current_setting('server_version')))"
            }
        let condition = branch.replacing("C", with: "\(column.name) \(operation)").replacing("E", with: done)
        let query = "select count(*) from \(relation.name) where \(condition)"
        return switch effect {
        case .setting, .failure: query
        case .plan: "explain (analyze, costs off, timing off, summary off) \(query)"
        case .estimate: "explain \(query)"
        }
    }

    private struct Undo: Error {
        let answer: String
    }

    private func answer(
        _ statement: String,
        _ column: Column,
        _ value: String,
        _ plan: String,
        _ effect: Effect
    ) async throws -> String {
        let literal = "'\(value.replacing("'", with: "''"))'::\(column.type)"
        let text = statement.replacing(" V", with: " \(literal)")
        do {
            return try await database.transaction(as: Scope(role: nil, searchPath: ["medan", "pg_temp"])) { tx in
                try tx.run(SQLScript(name: "plan", uncheckedText: plan))
                try tx.run(SQLScript(name: "unseen", uncheckedText: "select set_config('x.seen', 'no', false)"))
                let query = SQLScript(name: "probe", uncheckedText: text)
                var answer: String
                switch effect {
                case .setting, .failure: answer = "\(try tx.all(query, as: Int.self))"
                // Without the condition, which names the value.
                case .plan, .estimate:
                    answer = try tx.all(query, as: String.self)
                        .filter { !$0.contains("Filter: ") && !$0.contains(" Cond: ") }
                        .joined(separator: "|")
                }
                answer += try tx.one("select current_setting('x.seen')", as: String.self)
                throw Undo(answer: answer)
            }
        } catch let undo as Undo {
            return undo.answer
        } catch let error as PostgresError {
            return error.sqlState?.code ?? "\(error)"
        }
    }
}
