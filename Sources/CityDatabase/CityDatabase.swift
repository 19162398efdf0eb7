public import Postgres

/// One city's data. Every statement runs in a transaction of a principal.
public struct CityDatabase: Sendable {
    public let city: City
    /// Who works, for the audit trail; nil for the login itself.
    public let actor: String?
    let database: Database

    public init(_ city: City, _ database: Database, actor: String? = nil) {
        self.city = city
        self.database = database
        self.actor = actor
    }

    @discardableResult
    public func transaction<Output: Sendable>(
        as principal: Principal,
        options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        guard let actor else {
            return try await database.transaction(as: principal.scope(in: city), options: options, body)
        }
        return try await database.transaction(as: principal.scope(in: city), options: options) { tx in
            try tx.execute("select set_config('mutasi.actor', \(actor), true)")
            return try await body(&tx)
        }
    }

    public func close() async {
        database.close()
    }
}
