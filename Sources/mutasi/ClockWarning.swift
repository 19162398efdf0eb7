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
        let traces = try await ClockTraces(city).work().filter { kinds.contains($0.kind) }
        guard !traces.isEmpty else { return }
        let time = try await city.time()
        for trace in traces {
            let what =
                trace.kind == .chunk
                ? trace.number.counted("chunk of a run", "chunks of runs") : trace.number.counted("job", "jobs")
            Terminal.say(
                "warning: \(what) would stand still until \(time.minute(trace.furthest)): the server's "
                    + "clock was ahead when that was set",
                hint: hint
            )
        }
    }

    static func say(of records: [ScheduleRecord], in city: CityDatabase) async throws {
        let behind = try await ClockTraces(city).schedules(among: records)
        guard !behind.isEmpty else { return }
        let time = try await city.time()
        for record in behind {
            let next = record.nextAt.map { time.minute($0) } ?? "for ever"
            Terminal.say(
                "warning: schedule \(record.schedule.name) leaves occurrences out until \(next): the server's clock was ahead "
                    + "when that was set",
                hint: hint
            )
        }
    }
}
