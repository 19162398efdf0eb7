import Characters
import CityDatabase
import CityViews
import CityWork
import Jobs
import Programs

/// What is said beside a list when due times in it are a wrong clock's.
enum ClockWarning {
    private static let hint =
        "a worker puts it right within seconds; if it stays, see whether one runs, and the server's clock"

    /// Of runs and jobs.
    static func say(of kinds: [ClockTrace.Kind], in city: CityDatabase) async throws {
        for trace in try await ClockTraces(city).work() where kinds.contains(trace.kind) {
            let what =
                trace.kind == .chunk
                ? trace.number.counted("chunk of a run", "chunks of runs") : trace.number.counted("job", "jobs")
            Terminal.say(
                "warning: \(what) would stand still until \(ZonedTime.city.minute(trace.furthest)): the server's "
                    + "clock was ahead when that was set",
                hint: hint
            )
        }
    }

    static func say(of records: [ScheduleRecord], in city: CityDatabase) async throws {
        for record in try await ClockTraces(city).schedules(among: records) {
            let next = record.nextAt.map { ZonedTime.city.minute($0) } ?? "for ever"
            Terminal.say(
                "warning: schedule \(record.schedule.name) leaves occurrences out until \(next): the server's clock was ahead "
                    + "when that was set",
                hint: hint
            )
        }
    }
}
