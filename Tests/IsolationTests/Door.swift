import Postgres

/// A way to the city's tables: a connection, a role, and whose rows it may reach.
struct Door: Sendable {
    let name: String
    /// A column of the table of access.
    let role: String
    let database: Database
    let scope: Scope
    /// Run first; what no program of ours would say.
    var prelude: String?
    /// Agencies whose rows it reaches in tables of agencies; nil for all.
    let reach: Set<Int32>?

    /// What came of a statement, which is always undone.
    enum Outcome: Equatable {
        case rows(Int)
        case refused(SQLState)
    }

    private struct Undo: Error {
        let rows: Int
    }

    /// Tries each statement by itself.
    func attempt(
        _ statements: [@Sendable (inout Transaction) throws -> Int]
    ) async throws -> [Outcome] {
        do {
            return try await database.transaction(as: scope) { tx in
                if let prelude { try tx.run(SQLScript(name: "prelude", uncheckedText: prelude)) }
                var outcomes: [Outcome] = []
                for statement in statements {
                    do {
                        try await tx.savepoint { part in throw Undo(rows: try statement(&part)) }
                    } catch let undo as Undo {
                        outcomes.append(.rows(undo.rows))
                    } catch let error as PostgresError where error.sqlState != nil {
                        outcomes.append(.refused(error.sqlState ?? SQLState("?????")))
                    }
                }
                throw Outcomes(outcomes: outcomes)
            }
        } catch let end as Outcomes {
            return end.outcomes
        }
    }

    /// Rolls the transaction back.
    private struct Outcomes: Error {
        let outcomes: [Outcome]
    }
}
