public import Postgres

/// One city's data. Every statement runs in a transaction of a principal.
public struct CityDatabase: Sendable {
    public let city: City
    let database: Database

    public init(_ city: City, _ database: Database) {
        self.city = city
        self.database = database
    }

    @discardableResult
    public func transaction<Output: Sendable>(
        as principal: Principal,
        options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        try await database.transaction(as: principal.scope(in: city), options: options, body)
    }

    public func close() async {
        database.close()
    }
}
