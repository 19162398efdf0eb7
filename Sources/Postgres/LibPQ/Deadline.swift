import Glibc

/// The instant at which a wait gives up.
struct Deadline {
    let limit: Duration
    private let end: Int64

    init(after limit: Duration) {
        self.limit = limit
        end = Self.now.addingReportingOverflow(limit.nanoseconds).partialValue
    }

    /// Milliseconds left, rounded up and at least 0, as `poll` takes them.
    var milliseconds: Int32 {
        Int32(clamping: (max(0, end - Self.now) + 999_999) / 1_000_000)
    }

    var isOver: Bool { Self.now >= end }

    /// Nanoseconds of the monotonic clock. Read directly: this stands in every statement.
    static var now: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
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
