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
        let traces = try await ClockTraces(city).work().filter { kinds.contains($0.kind) }
        guard !traces.isEmpty else { return }
        let time = try await city.time()
        for trace in traces {
            let message: Message = trace.kind == .chunk ? .clockChunks : .clockJobs
            Terminal.say(
                message(["count": .number(trace.number), "until": .text(time.minute(trace.furthest))]),
                hint: Message.clockHint()
            )
        }
    }

    static func say(of records: [ScheduleRecord], in city: CityDatabase) async throws {
        let behind = try await ClockTraces(city).schedules(among: records)
        guard !behind.isEmpty else { return }
        let time = try await city.time()
        for record in behind {
            let next = record.nextAt.map { Wording(time.minute($0)) } ?? Message.clockForEver()
            Terminal.say(
                Message.clockSchedule(["schedule": .text(record.schedule.name), "until": .wording(next)]),
                hint: Message.clockHint()
            )
        }
    }
}
