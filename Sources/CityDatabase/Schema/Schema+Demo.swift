import Postgres

extension Schema {
    /// Marks the city as one of generated people, as the login itself, which must be a superuser. False when it was already.
    public func markDemo() async throws -> Bool {
        try await city.database.transaction(as: scope(of: nil)) { tx in
            try tx.execute("update city set is_demo = true where not is_demo") == 1
        }
    }
}
