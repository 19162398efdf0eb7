import Foundation
import Postgres

/// What is to be done about a schedule at an instant: a pure function of the schedule, its next occurrence, and the clock.
struct ScheduleDecision {
    /// To be fired, in their order.
    var due: [Date] = []
    /// Missed for too long, or left out by the policy: the first of them, and how many there were, counted to a limit.
    var missed: (first: Date, count: Int)?
    /// The next occurrence to be looked at; nil when there is none.
    var next: Date?

    /// An occurrence that is looked at no later than this is not missed.
    static let grace = 60.0
    /// Missed occurrences are counted so far.
    static let counted = 10_000

    init(
        _ schedule: Schedule,
        next: Date,
        now: Date,
        isHoliday: (PostgresDate) -> Bool
    ) {
        guard next <= now else {
            self.next = next
            return
        }
        let rule = schedule.recurrence
        let window: Double =
            schedule.missed == .skip ? Self.grace : max(schedule.catchUp.seconds, Self.grace)
        let tooLate = now - window
        // `next` is an occurrence, also when the calendar has changed and the rule does not know it any more.
        var late: [Date] = []
        var open: [Date] = []
        if next < tooLate {
            late = [next] + rule.instants(after: next, through: tooLate, limit: Self.counted - 1, isHoliday)
            open = rule.instants(after: tooLate, through: now, limit: .max, isHoliday)
        } else {
            open = [next] + rule.instants(after: next, through: now, limit: .max, isHoliday)
        }
        var leftOut = late
        if schedule.missed != .all, let last = open.last {
            leftOut += open.dropLast()
            open = [last]
        }
        due = open
        missed = leftOut.first.map { ($0, leftOut.count) }
        self.next = rule.next(after: open.last ?? now, isHoliday: isHoliday)
    }
}
