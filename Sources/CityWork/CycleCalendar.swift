public import Personnel
public import Postgres

/// When a cycle's phases are due. Instants are midnight in the city (Asia/Jakarta, UTC+7 all year).
public struct CycleCalendar: Sendable {
    public let due: [CyclePhase: Instant]
    public let days: [CyclePhase: CivilDate]

    /// Without other dates: open on the first day of the period, close a fortnight after its last, score and place on the
    /// days after that. No regulation read so far sets these days; they are the city's to choose.
    public init(_ code: CycleCode, chosen: [CyclePhase: CivilDate] = [:]) throws(InvalidDates) {
        let open = chosen[.open] ?? code.first
        let close = chosen[.close] ?? code.last + 14
        let score = chosen[.score] ?? close + 1
        let place = chosen[.place] ?? score + 1
        guard open <= close, close <= score, score <= place else { throw InvalidDates() }
        days = [.open: open, .close: close, .score: score, .place: place]
        due = days.mapValues(Self.midnight)
    }

    /// A phase would be due before the one it needs.
    public struct InvalidDates: Error {}

    private static func midnight(_ day: CivilDate) -> Instant {
        Instant(microsecondsSince2000: (Int64(day.daysSince2000) * 86_400 - 7 * 3_600) * 1_000_000)
    }

    /// The city's day at an instant.
    public static func day(of instant: Instant) -> CivilDate {
        let seconds = Double(instant.microsecondsSince2000) / 1_000_000 + 7 * 3_600
        return CivilDate(daysSince2000: Int32((seconds / 86_400).rounded(.down)))
    }
}
