import Postgres
import TestSupport

/// Values as the city's readings make them, from rows that a test writes.
enum RowReader {
    static func all<Value: RowDecodable & Sendable>(_ sql: SQL, as _: Value.Type = Value.self) async throws -> [Value] {
        let database = TestServer.shared.superuser(limit: 1)
        defer { database.close() }
        return try await database.transaction(as: .login) { tx in try tx.all(sql, as: Value.self) }
    }

    static func one<Value: RowDecodable & Sendable>(_ sql: SQL, as _: Value.Type = Value.self) async throws -> Value {
        try await all(sql, as: Value.self)[0]
    }
}
