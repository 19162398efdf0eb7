import Glibc

/// The instant at which a wait gives up.
struct Deadline {
    private let limitNanoseconds: Int64
    private let end: Int64

    init(after limit: Duration) {
        self.init(afterNanoseconds: limit.nanoseconds)
    }

    init(afterNanoseconds nanoseconds: Int64) {
        limitNanoseconds = nanoseconds
        end = Self.coarseNow + nanoseconds
    }

    var limit: Duration { .nanoseconds(limitNanoseconds) }

    /// Milliseconds left, rounded up and at least 0, as `poll` takes them.
    var milliseconds: Int32 {
        Int32(clamping: (max(0, end - Self.coarseNow) + 999_999) / 1_000_000)
    }

    var isOver: Bool { Self.coarseNow >= end }

    /// Nanoseconds of the monotonic clock.
    static var now: Int64 { nanoseconds(CLOCK_MONOTONIC) }

    /// The same as of the kernel's last tick, a few milliseconds ago at most: enough for a limit, and read for every
    /// statement.
    private static var coarseNow: Int64 { nanoseconds(CLOCK_MONOTONIC_COARSE) }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Duration {
    /// Rounded down; a century at most, so that sums do not overflow.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let century: Int64 = 3_155_760_000
        return min(max(seconds, -century), century) * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    /// Rounded down.
    var milliseconds: Int64 { nanoseconds / 1_000_000 }
}
