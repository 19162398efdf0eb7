extension ObjectionWindow {
    /// With the limit of a rule set: `objection_days`, `objection_working_days`.
    public init(receipt: CivilDate, rules: RuleSet, calendar: WorkingCalendar) {
        let days = rules[.objectionDays]
        self.init(
            receipt: receipt,
            limit: rules[.objectionWorkingDays] == 1 ? .workingDays(days) : .calendarDays(days),
            calendar: calendar
        )
    }
}
