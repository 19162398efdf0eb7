/// What became of the jobs in a worker's hand. Holds no personal data.
enum JobEvent: Sendable {
    case ended(kind: String, Int, took: Duration)
    case failed(kind: String, id: Int64, String, isDead: Bool)
    /// Others have it now; nothing that was done here is kept.
    case lost(kind: String, id: Int64)
    case unavailable(String)
}
