/// Times that the law sets for transfers.
extension TimeLimit {
    /// For BKN's answer, from the request on; after it the answer is treated as given (Kepala BKN, January 2026).
    public static let pertek = TimeLimit.workingDays(5)
    /// For the inauguration, from the decree on (Peraturan BKN 7/2017).
    public static let inauguration = TimeLimit.workingDays(30)
}

extension WorkingCalendar {
    /// The last day on which people can be invited to an inauguration: at least one working day ahead (Peraturan BKN
    /// 7/2017).
    public func lastInvitation(to inauguration: CivilDate) -> CivilDate {
        var day = inauguration
        while !isWorkingDay(day) { day = day + -1 }
        return day + -1
    }
}
