import Postgres

/// Ends the transaction of a dry run without keeping anything.
private struct Rehearsal<Output: Sendable>: Error {
    let output: Output
}

extension CityDatabase {
    /// One transaction of the principal. A dry run does everything, keeps nothing, and gives the same output.
    func transaction<Output: Sendable>(
        as principal: Principal,
        options: TransactionOptions = TransactionOptions(),
        dryRun: Bool,
        _ body: @Sendable (inout Transaction) throws -> Output
    ) async throws -> Output {
        do {
            return try await transaction(as: principal, options: options) { (tx) throws in
                let output = try body(&tx)
                if dryRun { throw Rehearsal(output: output) }
                return output
            }
        } catch let rehearsal as Rehearsal<Output> {
            return rehearsal.output
        }
    }
}
