public import Postgres
import Texts

/// One city's data. Every statement runs in a transaction of a principal. What the database refuses by a rule of the
/// city is thrown as a `CityError`, every other failure as a `PostgresError`.
public struct CityDatabase: Sendable {
    public let identity: City
    /// The person who works, for the audit trail; nil for the login itself.
    public let actor: String?
    let database: Database

    public init(_ city: City, _ database: Database, actor: String? = nil) {
        identity = city
        self.database = database
        self.actor = actor
    }

    /// The city's name, which is its schema's.
    public var name: String { identity.name }

    @discardableResult
    public func transaction<Output: Sendable>(
        as principal: Principal,
        options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        try await CityError.translatingRefusals {
            guard let actor else {
                return try await database.transaction(as: principal.scope(in: identity), options: options, body)
            }
            return try await database.transaction(as: principal.scope(in: identity), options: options) { tx in
                try tx.execute("select set_config('mutasi.actor', \(actor), true)")
                return try await body(&tx)
            }
        }
    }

    /// The same, for work without `await`.
    @discardableResult
    public func transaction<Output: Sendable>(
        as principal: Principal,
        options: TransactionOptions = TransactionOptions(),
        _ body: @Sendable (inout Transaction) throws -> Output
    ) async throws -> Output {
        try await CityError.translatingRefusals {
            guard let actor else {
                return try await database.transaction(as: principal.scope(in: identity), options: options, body)
            }
            return try await database.transaction(as: principal.scope(in: identity), options: options) { tx in
                try tx.execute("select set_config('mutasi.actor', \(actor), true)")
                return try body(&tx)
            }
        }
    }

    /// Reads about all people of the city: joins run in the order in which they are written, by hash.
    ///
    /// PostgreSQL cannot choose the order itself. Under row security it uses no statistics for `valid @> day`, whose
    /// operator is not leakproof, and a table that a cycle has just filled has no statistics at all: it expects a
    /// handful of people and joins all posts of an agency with all its people. Measured with 15,000 people: 39 s
    /// instead of 0.2 s.
    func readManyPeople<Output: Sendable>(
        as principal: Principal,
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        try await namingBadData(as: principal) {
            try await transaction(as: principal, options: .reading) { tx in
                try tx.run(Self.asWritten)
                return try await body(&tx)
            }
        }
    }

    /// When a reading fails because of bad data, names the row with the impossible date, if there is one.
    func namingBadData<Output: Sendable>(
        as principal: Principal,
        _ body: () async throws -> Output
    ) async throws -> Output {
        do {
            return try await body()
        } catch let error as PostgresError where error.isBadData {
            let rows = try await transaction(as: principal, options: .reading) { tx in
                try tx.run(Self.asWritten)
                return try tx.all(
                    """
                    select concat(o.row_key, ' of agency ', g.code)
                    from (\(fragment: PossibleDates.offenders)) o (agency_id, nip, name, what, row_key)
                    join agency g on g.agency_id = o.agency_id
                    order by 1
                    """,
                    as: String.self
                )
            }
            guard let first = rows.first else { throw error }
            throw CityError(
                .dataImpossibleDates,
                ["error": "\(error)", "count": .number(rows.count), "first": .text(first)]
            )
        }
    }

    private static let asWritten = SQLScript(
        name: "as written",
        uncheckedText: """
            set local join_collapse_limit = 1; set local enable_nestloop = off; set local enable_mergejoin = off;
            set local jit = off
            """
    )

    public func close() async {
        database.close()
    }
}

extension TransactionOptions {
    /// For a transaction that holds locks of the whole city while it waits for those of an agency: others must not wait
    /// with it.
    static let givingWay = TransactionOptions(lockTimeout: .seconds(2))
    /// For reading about many people at once.
    static let reading = TransactionOptions(timeout: .seconds(300))
}
