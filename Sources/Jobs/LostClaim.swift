import Postgres

/// The claim is not this worker's any more; nothing of the transaction is kept.
struct LostClaim: Error {}

extension SQLState {
    /// What the functions of the schema say of a claim, of a chunk or of jobs, that is not the caller's any more.
    static let lostClaim = SQLState("MU001")
}
