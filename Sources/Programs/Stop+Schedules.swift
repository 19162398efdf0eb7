public import Jobs
import Texts

extension Stop {
    /// For a wrong rule of a schedule.
    public init(_ error: RecurrenceError) {
        let key = "recurrence.\(error.code.rawValue)"
        let arguments = error.arguments.mapValues { TextArgument.text($0) }
        self.init(
            .scheduleRule,
            [
                "part": .text(error.part),
                "reason": .wording(TextCatalogue.findings.wording(key, among: arguments)),
                "possible": .wording(TextCatalogue.findings.wording("\(key).possible", among: arguments)),
            ]
        )
    }

    /// For a wrong schedule.
    public init(_ error: ScheduleError) {
        let reason = TextCatalogue.findings.wording("schedule.\(error.rawValue)")
        self.init(.scheduleInvalid, ["reason": .wording(reason)])
    }
}
