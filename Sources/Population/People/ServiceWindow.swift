import Personnel

/// The days of the last years on which somebody served: what is dated within them can have happened.
struct ServiceWindow {
    let first: CivilDate
    let last: CivilDate
    /// How much of the years was served, 0...1.
    let part: Double

    /// The last day counts, the same day `years` ago does not.
    init(_ career: Career, years: Int, asOf: CivilDate) {
        let oldest = asOf.adding(months: -12 * years) + 1
        first = max(oldest, career.appointed)
        last = asOf
        part = Double(last - first + 1) / Double(last - oldest + 1)
    }

    func day(_ random: inout RandomStream) -> CivilDate { first + random.below(last - first + 1) }
}
