import CityDatabase
public import Personnel

/// The days of the city on which a cycle's phases are due, each from its first instant on.
public struct CycleCalendar: Sendable {
    public let days: [CyclePhase: CivilDate]

    /// The usual dates: open on the first day of the period, close a fortnight after its last, remind a week before
    /// that, score, place and release on the days after it, final five weeks after the release. By then a person who
    /// received the result within three weeks has had the time for an objection (PP 30/2019 art 59: 14 days). No
    /// regulation read so far sets the other days; the city may choose them.
    ///
    /// - Throws: `InvalidDates`, or `CityError` when the cycle would open before its period, close within it, or last for more
    ///   than a year after it.
    public init(_ code: CycleCode, chosen: [CyclePhase: CivilDate] = [:]) throws {
        let open = chosen[.open] ?? code.first
        let close = chosen[.close] ?? code.last + 14
        let remind = chosen[.remind] ?? max(open, close + -7)
        let score = chosen[.score] ?? close + 1
        let place = chosen[.place] ?? score + 1
        let release = chosen[.release] ?? place + 1
        let final = chosen[.final] ?? release + 35
        try self.init(
            code,
            days: [
                .open: open, .remind: remind, .close: close, .score: score, .place: place, .release: release,
                .final: final,
            ]
        )
    }

    /// A calendar with these days; see the other one.
    init(_ code: CycleCode, days: [CyclePhase: CivilDate]) throws {
        let ordered = CyclePhase.allCases.compactMap { days[$0] }
        guard ordered == ordered.sorted() else { throw InvalidDates() }
        if let open = days[.open], open < code.first {
            throw CityError(.cycleOpensEarly, ["first": "\(code.first)"])
        }
        if let close = days[.close], close <= code.last {
            throw CityError(.cycleClosesEarly, ["last": "\(code.last)"])
        }
        if let latest = ordered.last, latest > code.last + 366 {
            throw CityError(.cycleEndsLate, ["last": "\(code.last)"])
        }
        self.days = days
    }

    /// A phase would be due before the one it needs.
    public struct InvalidDates: Error {}
}
