public import Personnel
import Postgres

extension Transfers {
    /// What cases wait for by a day: all that is late, and what falls due until some days later; the earliest first.
    ///
    /// It names cases and no person, so that the reading is not recorded. Working days are Monday to Friday without the
    /// city's holidays.
    ///
    /// - Parameters:
    ///   - day: the day of the list.
    ///   - ahead: days after it whose deadlines are shown, too.
    public func deadlines(
        on day: CivilDate,
        ahead: Int = 14,
        limits: TransferTimeLimits = TransferTimeLimits()
    ) async throws -> [TransferDeadline] {
        let (clocks, calendar) = try await city.transaction(as: .personnel, options: .reading) { tx in
            let holidays = try tx.all("select day from holiday", as: CivilDate.self)
            return (
                try tx.all(Self.clocks, as: TransferClock.self), WorkingCalendar(holidays: Set(holidays), week: .five)
            )
        }
        return
            clocks.flatMap { clock in
                clock.open(calendar, limits)
                    .map { kind, last in
                        TransferDeadline(
                            number: clock.number,
                            kind: kind,
                            lastDay: last,
                            daysLate: max(0, day - last),
                            problem: kind == .carryOut ? clock.problem : nil
                        )
                    }
            }
            .filter { $0.lastDay <= day + ahead }
            .sorted { ($0.lastDay, $0.number, $0.kind.rawValue) < ($1.lastDay, $1.number, $1.kind.rawValue) }
    }

    /// Cases on their way from the request for BKN's answer to their end.
    private static let clocks: SQL = """
        select c.number, c.state, coalesce(c.effective_on, c.planned_on), c.pertek_requested_on, d.decree_date,
            t.position_level <> 'pelaksana',
            coalesce(v.last_invitation >= coalesce(v.last_postponement, v.last_invitation), false), v.started_duty,
            t.echelon is null or exists (
                select from transfer_document o
                where o.agency_id = c.agency_id and o.transfer_case_id = c.transfer_case_id and o.kind = 'hand_over'
            ),
            v.follow_ups, v.last_follow_up, c.problem
        from agency g
        join transfer_case c on c.agency_id = g.agency_id
        join post t on t.agency_id = c.to_agency_id and t.post_id = c.to_post_id
        left join decree d on d.decree_id = c.decree_id
        cross join lateral (
            select max(v.transfer_event_id) filter (where v.step = 'invite') as last_invitation,
                max(v.transfer_event_id) filter (where v.step = 'postpone') as last_postponement,
                max(v.acted_on) filter (where v.step = 'start_duty') as started_duty,
                (count(*) filter (where v.step = 'follow_up'))::integer as follow_ups,
                max(v.acted_on) filter (where v.step = 'follow_up') as last_follow_up
            from transfer_event v
            where v.agency_id = c.agency_id and v.transfer_case_id = c.transfer_case_id
        ) v
        where c.state in (
            'pertek_requested', 'decreed', 'announced', 'inaugurated', 'effective', 'on_duty', 'reported'
        )
        order by c.number
        """
}
