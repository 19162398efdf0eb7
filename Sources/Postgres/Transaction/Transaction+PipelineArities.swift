// Swift 6.3 does not resolve `.one("…")` in the arguments of a parameter pack, where the type that it is a member of is not
// written; with this many parameters of their own it does.
extension Transaction {
    /// Two statements in one round trip.
    @discardableResult
    public mutating func pipeline<A, B>(
        _ a: Query<A>,
        _ b: Query<B>
    ) throws(PostgresError) -> (A, B) {
        try pipelined(a, b)
    }

    /// Three statements in one round trip.
    @discardableResult
    public mutating func pipeline<A, B, C>(
        _ a: Query<A>,
        _ b: Query<B>,
        _ c: Query<C>
    ) throws(PostgresError) -> (A, B, C) {
        try pipelined(a, b, c)
    }

    /// Four statements in one round trip.
    @discardableResult
    public mutating func pipeline<A, B, C, D>(
        _ a: Query<A>,
        _ b: Query<B>,
        _ c: Query<C>,
        _ d: Query<D>
    ) throws(PostgresError) -> (A, B, C, D) {
        try pipelined(a, b, c, d)
    }

    /// Five statements in one round trip.
    @discardableResult
    public mutating func pipeline<A, B, C, D, E>(
        _ a: Query<A>,
        _ b: Query<B>,
        _ c: Query<C>,
        _ d: Query<D>,
        _ e: Query<E>
    ) throws(PostgresError) -> (A, B, C, D, E) {
        try pipelined(a, b, c, d, e)
    }

    /// Six statements in one round trip.
    @discardableResult
    public mutating func pipeline<A, B, C, D, E, F>(
        _ a: Query<A>,
        _ b: Query<B>,
        _ c: Query<C>,
        _ d: Query<D>,
        _ e: Query<E>,
        _ f: Query<F>
    ) throws(PostgresError) -> (A, B, C, D, E, F) {
        try pipelined(a, b, c, d, e, f)
    }
}
