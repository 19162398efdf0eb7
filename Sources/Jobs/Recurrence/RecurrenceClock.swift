import Foundation

/// The clock on the wall of a time zone.
struct RecurrenceClock {
    private let zone: TimeZone

    init(_ zone: TimeZone) {
        self.zone = zone
    }

    /// The day a clock shows at an instant, by its number.
    func day(at instant: Double) -> Int {
        Int(((instant + offset(instant)) / 86_400).rounded(.down))
    }

    /// The first instant at which the clock shows `local` or a later time, in seconds since the reference date.
    ///
    /// - Parameter local: what the clock shows, as the instant at which one in GMT shows it.
    func firstInstant(showing local: Double) -> Double {
        // In the IANA database of 2026 no zone changed its clock twice within two days, and a change of up to a day (Apia,
        // 2011) lies within a day of the times it touches.
        let (before, after) = (offset(local - 86_400), offset(local + 86_400))
        if offset(local - before) == before { return local - before }
        if offset(local - after) == after { return local - after }
        var (early, late) = (local - after, local - before)
        while late - early > 1 {
            let middle = ((early + late) / 2).rounded(.down)
            if offset(middle) == before { early = middle } else { late = middle }
        }
        return late
    }

    private func offset(_ instant: Double) -> Double {
        Double(zone.secondsFromGMT(for: Date(timeIntervalSinceReferenceDate: instant)))
    }
}
