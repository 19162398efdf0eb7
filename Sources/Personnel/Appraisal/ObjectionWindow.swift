/// The time in which an employee may object to an appraisal: 14 days from the receipt of its document (PP 30/2019 art.
/// 59), to the superior of the rater, whose decision is final.
///
/// Calendar days, unless the city counts working days (a ministry's course does; the article does not say).
public struct ObjectionWindow: Sendable, Hashable {
    /// The day on which the employee got the document.
    public let receipt: CivilDate
    /// The last day on which an objection is in time.
    public let lastDay: CivilDate

    public init(receipt: CivilDate, limit: TimeLimit = .calendarDays(14), calendar: WorkingCalendar) {
        self.receipt = receipt
        lastDay = limit.lastDay(from: receipt, calendar: calendar)
    }

    /// An objection filed on the last day is in time.
    public func isLate(filed: CivilDate) -> Bool { filed > lastDay }
}
