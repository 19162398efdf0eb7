/// The instant at which a wait gives up.
struct Deadline {
    let limit: Duration
    private let end: ContinuousClock.Instant

    init(after limit: Duration) {
        self.limit = limit
        end = .now + limit
    }

    /// Milliseconds left, at least 0, as `poll` takes them.
    var milliseconds: Int32 {
        let left = ContinuousClock.now.duration(to: end)
        let (seconds, attoseconds) = left.components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        return Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
    }

    var isOver: Bool { ContinuousClock.now >= end }
}
