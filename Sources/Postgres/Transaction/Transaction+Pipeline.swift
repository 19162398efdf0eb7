extension Transaction {
    /// Several statements in one round trip, each with its own kind of result.
    ///
    /// ```swift
    /// let (people, name, closed) = try tx.pipeline(
    ///     .one("select count(*) from person", as: Int.self),
    ///     .optional("select name from unit where code = \("dinkes")", as: String.self),
    ///     .execute("update unit set closed = true where head is null")
    /// )
    /// print(people, name ?? "none", closed)
    /// ```
    /// - Throws: the first failure, with its `pipelinePosition`. After one of the server's, nothing was run; a result
    ///   that does not fit (`rowCount`, `decoding`, `misuse`) is found when all have run, and the transaction can go
    ///   on.
    @discardableResult
    public mutating func pipeline<each Output>(
        _ query: repeat Query<each Output>
    ) throws(PostgresError) -> (repeat each Output) {
        try pipelined(repeat each query)
    }

    mutating func pipelined<each Output>(
        _ query: repeat Query<each Output>
    ) throws(PostgresError) -> (repeat each Output) {
        var statements: [SQL] = []
        for query in repeat each query { statements.append(query.sql) }
        let results = try session.results(of: statements)
        var position = 0
        return (repeat try (each query).read(results, &position))
    }

    /// The same statement for each item, in pipelines; the number of rows touched by all.
    ///
    /// ```swift
    /// let raised = try tx.execute(each: [("dinkes", 3), ("disdik", 4)]) { code, points in
    ///     "update unit set points = \(points) where code = \(code)"
    /// }
    /// print(raised)
    /// ```
    /// - Parameters:
    ///   - items: read once, 256 at a time.
    ///   - statement: gives the same text for each item, with other parameters.
    /// - Throws: what `statement` throws; `misuse` for another text; the server's first failure, with the item's
    ///   `pipelinePosition`, from 1, and nothing after it was run.
    @discardableResult
    @inlinable public mutating func execute<Item>(
        each items: some Sequence<Item>,
        _ statement: (Item) throws -> SQL
    ) throws -> Int {
        var touched = 0
        try session.each(items, statement) { (result) throws(PostgresError) in touched += result.affectedRows }
        return touched
    }

    /// The same statement for each item, in pipelines, with exactly one row each, in the order of the items.
    ///
    /// ```swift
    /// let names = try tx.one(each: ["dinkes", "disdik"], as: String.self) { code in
    ///     "select name from unit where code = \(code)"
    /// }
    /// print(names)
    /// ```
    /// - Parameters:
    ///   - items: read once, 256 at a time.
    ///   - type: the columns' types.
    ///   - statement: gives the same text for each item, with other parameters.
    /// - Throws: what `statement` throws; `misuse` for another text; the first failure, with the item's
    ///   `pipelinePosition`, from 1. After one of the server's, nothing was run; after `rowCount` or `decoding`, the
    ///   rest of its 256 was, and the transaction can go on.
    @inlinable public mutating func one<Item, Column: PostgresDecodable>(
        each items: some Sequence<Item>,
        as _: Column.Type,
        _ statement: (Item) throws -> SQL
    ) throws -> [Column] {
        var values: [Column] = []
        values.reserveCapacity(items.underestimatedCount)
        try session.each(items, statement) { (result) throws(PostgresError) in
            values.append(try result.one { (row) throws(PostgresError) in try row.only() })
        }
        return values
    }

    /// As the other, with several columns, as tuples.
    @inlinable public mutating func one<Item, each Column: PostgresDecodable>(
        each items: some Sequence<Item>,
        as type: (repeat each Column).Type,
        _ statement: (Item) throws -> SQL
    ) throws -> [(repeat each Column)] {
        var rows: [(repeat each Column)] = []
        rows.reserveCapacity(items.underestimatedCount)
        try session.each(items, statement) { (result) throws(PostgresError) in
            rows.append(try result.one { (row) throws(PostgresError) in try row.decode(as: type) })
        }
        return rows
    }
}
