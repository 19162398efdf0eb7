import CityDatabase
import CityViews
import CityWork
import Jobs
import Programs
import Texts

/// What is said beside a list when due times in it are a wrong clock's.
enum ClockWarning {
    /// Of runs and jobs.
    static func say(of kinds: [ClockTrace.Kind], in city: CityDatabase) async throws {
        for trace in try await ClockTraces(city).work() where kinds.contains(trace.kind) {
            let message: Message = trace.kind == .chunk ? .clockChunks : .clockJobs
            Terminal.say(
                message(["count": .number(trace.number), "until": .text(ZonedTime.city.minute(trace.furthest))]),
                hint: Message.clockHint()
            )
        }
    }

    static func say(of records: [ScheduleRecord], in city: CityDatabase) async throws {
        for record in try await ClockTraces(city).schedules(among: records) {
            let next = record.nextAt.map { Wording(ZonedTime.city.minute($0)) } ?? Message.clockForEver()
            Terminal.say(
                Message.clockSchedule(["schedule": .text(record.schedule.name), "until": .wording(next)]),
                hint: Message.clockHint()
            )
        }
    }
}
