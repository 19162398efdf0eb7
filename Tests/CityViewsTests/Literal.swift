import Personnel

/// Values that tests write out.
enum Literal {
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("no such day") }
        return date
    }

    static func cycle(_ text: String) -> CycleCode {
        guard let code = CycleCode(text) else { preconditionFailure("not a cycle's code") }
        return code
    }

    static func agency(_ text: String) -> AgencyCode {
        guard let code = AgencyCode(text) else { preconditionFailure("not an agency's code") }
        return code
    }
}
