import Personnel

extension CivilDate {
    /// A day that a test writes as a literal.
    static func on(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("no such day") }
        return date
    }
}
