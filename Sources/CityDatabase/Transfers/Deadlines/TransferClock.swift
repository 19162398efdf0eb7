import Personnel
import Postgres

/// The days of one case that its deadlines follow from.
struct TransferClock: RowDecodable {
    let number: String
    let state: TransferState?
    /// The first day, planned or past.
    let firstDay: CivilDate
    let pertekRequested: CivilDate?
    let decreeDate: CivilDate?
    /// Whether the new seat is one into which people are inaugurated.
    let isInaugurated: Bool
    let wasInvited: Bool
    let startedDuty: CivilDate?
    /// Whether the seat has its hand-over on file; true for seats that nobody hands over.
    let wasHandedOver: Bool
    let followUps: Int
    let lastFollowUp: CivilDate?
    let problem: String?

    init(_ row: borrowing Row) throws(PostgresError) {
        let (code, count): (String, Int32)
        (
            number, code, firstDay, pertekRequested, decreeDate, isInaugurated, wasInvited, startedDuty, wasHandedOver,
            count, lastFollowUp, problem
        ) = try row.decode()
        state = TransferState(code: code)
        followUps = Int(count)
    }

    /// What the case waits for, each with its last day.
    func open(_ calendar: WorkingCalendar, _ limits: TransferTimeLimits) -> [(TransferDeadline.Kind, CivilDate)] {
        switch state {
        case .pertekRequested:
            pertekRequested.map { [(.pertek, TimeLimit.pertek.lastDay(from: $0, calendar: calendar))] } ?? []
        case .decreed, .announced: (isInaugurated ? inauguration(calendar) : []) + [(.carryOut, firstDay)]
        case .inaugurated: [(.carryOut, firstDay)]
        case .effective: [(.startDuty, firstDay + limits.duty)] + handOver(limits)
        case .onDuty:
            handOver(limits) + (startedDuty.map { [(.report, calendar.day(limits.report, after: $0))] } ?? [])
        case .reported: handOver(limits) + followUps(limits)
        default: []
        }
    }

    private func inauguration(_ calendar: WorkingCalendar) -> [(TransferDeadline.Kind, CivilDate)] {
        let invitation: [(TransferDeadline.Kind, CivilDate)] =
            wasInvited ? [] : [(.invitation, calendar.lastInvitation(to: firstDay))]
        guard let decreeDate else { return invitation }
        return invitation + [(.inauguration, TimeLimit.inauguration.lastDay(from: decreeDate, calendar: calendar))]
    }

    private func handOver(_ limits: TransferTimeLimits) -> [(TransferDeadline.Kind, CivilDate)] {
        wasHandedOver ? [] : [(.handOver, firstDay + limits.duty)]
    }

    /// Each recorded one stands for the earliest that is open; after the last one the case can be completed.
    private func followUps(_ limits: TransferTimeLimits) -> [(TransferDeadline.Kind, CivilDate)] {
        let kinds: [TransferDeadline.Kind] = [.followUp3, .followUp6, .followUp12]
        let open = zip(kinds, limits.followUps).dropFirst(followUps)
            .map { ($0, firstDay.adding(months: $1)) }
        guard open.isEmpty else { return open }
        let last = firstDay.adding(months: limits.followUps.last ?? 0)
        return [(.completion, max(last, lastFollowUp ?? last))]
    }
}
