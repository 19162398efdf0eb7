import CoreMetrics
import Jobs
import Logging
import Telemetry

/// Tells what a worker does: to the log, to the metrics, to the probes and to systemd. Agencies appear in the log only. What
/// comes again and again is logged the first time, then every five minutes with how often, and when it ends.
struct WorkerObserver: Sendable {
    let logger: Logger
    let registry: PrometheusRegistry
    let health: Health
    let notifier: SystemdNotifier
    private let repeated = RepeatedMessages()
    private let givenUp = JobsGivenUp()

    /// How many jobs were given up, which nobody but a reader of the log would hear of.
    var jobsGivenUp: Int { givenUp.count }

    init(logger: Logger, registry: PrometheusRegistry, health: Health, notifier: SystemdNotifier) {
        (self.logger, self.registry, self.health, self.notifier) = (logger, registry, health, notifier)
    }

    func observe(_ event: Worker.Event) {
        switch event {
        case .started(let worker):
            health.started()
            available()
            notifier.ready(status: "worker \(worker) is at work")
            logger.info("started", metadata: ["worker": "\(worker)"])
            count("mutasi_worker_starts_total")
        case .idle: available()
        case .finished(let chunk, let keys, let took):
            available()
            logger.debug(
                "chunk finished",
                metadata: metadata(chunk).merging(["keys": "\(keys)", "took": "\(took)"]) { $1 }
            )
            count("mutasi_chunks_total", labels(chunk) + [("outcome", keys > 0 ? "done" : "split")])
            count("mutasi_chunk_keys_total", labels(chunk), by: keys)
            time("mutasi_chunk_seconds", labels(chunk), took)
        case .failed(let chunk, let reason):
            health.progress()
            say(
                .error,
                "chunk failed",
                as: "\(chunk.run.id) \(reason)",
                metadata(chunk).merging(["reason": "\(reason)"]) { $1 }
            )
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "failed")])
        case .lost(let chunk):
            health.progress()
            say(.warning, "chunk was taken over by another worker", as: "\(chunk.run.id)", metadata(chunk))
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "lost")])
        case .late(let chunk, let reason):
            health.available()
            say(
                .warning,
                "agency is late",
                as: "\(chunk.run.id) \(chunk.agency)",
                metadata(chunk).merging(["reason": "\(reason)"]) { $1 }
            )
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "late")])
        case .interrupted(let chunk, let reason):
            health.progress()
            say(
                .info,
                "chunk is done again",
                as: "\(chunk.run.id) \(chunk.agency)",
                metadata(chunk).merging(["reason": "\(reason)"]) { $1 }
            )
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "interrupted")])
        case .jobsEnded(let kind, let number, let took):
            available()
            logger.debug("jobs ended", metadata: ["kind": "\(kind)", "count": "\(number)", "took": "\(took)"])
            count("mutasi_jobs_total", [("kind", kind), ("outcome", "ended")], by: number)
            time("mutasi_job_batch_seconds", [("kind", kind)], took)
        case .jobFailed(let kind, let id, let reason, let isDead):
            health.progress()
            if isDead { givenUp.increment() }
            say(
                .error,
                isDead ? "job given up" : "job failed",
                as: "\(kind) \(reason)",
                ["kind": "\(kind)", "job": "\(id)", "reason": "\(reason)"]
            )
            count("mutasi_jobs_total", [("kind", kind), ("outcome", isDead ? "dead" : "failed")])
        case .jobLost(let kind, let id):
            health.progress()
            say(
                .warning,
                "job was taken over by another worker",
                as: kind,
                ["kind": "\(kind)", "job": "\(id)"]
            )
            count("mutasi_jobs_total", [("kind", kind), ("outcome", "lost")])
        case .jobsRescued(let number):
            say(.warning, "jobs rescued", as: "", ["count": "\(number)"])
            count("mutasi_jobs_rescued_total", by: number)
        case .schedulesFired(let names):
            logger.info("schedules fired", metadata: ["names": "\(names.joined(separator: ", "))"])
            count("mutasi_schedules_fired_total", by: names.count)
        case .scheduleUnreadable(let schedule):
            say(
                .error,
                "schedule cannot be read, and does not fire; remove it and add it again",
                as: "\(schedule.hashValue)",
                ["name": "\(schedule.name)"],
                every: .seconds(3600)
            )
        case .clockMended(let trace):
            say(
                .warning,
                "due times were far ahead, for the server's clock was; they are put right",
                as: trace.kind.rawValue,
                ["what": "\(trace.kind.rawValue)", "count": "\(trace.number)", "furthest": "\(trace.furthest)"]
            )
            count("mutasi_clock_repairs_total", [("what", trace.kind.rawValue)], by: trace.number)
        case .clockOffset(let seconds): observe(clockOffset: seconds)
        case .unavailable(let reason):
            health.unavailable(reason)
            say(.warning, "database unavailable", as: "", ["reason": "\(reason)"])
            count("mutasi_database_losses_total")
        }
    }

    private func observe(clockOffset seconds: Double) {
        Gauge(label: "mutasi_clock_offset_seconds", factory: registry).record(seconds)
        let message = "the server's clock and this machine's are more than an hour apart; see which is wrong"
        if abs(seconds) > 3600 {
            say(.warning, message, as: "", ["seconds": "\(Int(seconds))"])
        } else if repeated.end(message + " ") != nil {
            logger.info("the server's clock and this machine's agree again")
        }
    }

    private func available() {
        health.available()
        guard let outage = repeated.end("database unavailable ") else { return }
        logger.info(
            "database available again",
            metadata: ["failures": "\(outage.times)", "lasted": "\(outage.lasted)"]
        )
    }

    /// Unless it was said a while ago. What tells apart what is said is in `key`.
    private func say(
        _ level: Logger.Level,
        _ message: String,
        as key: String,
        _ metadata: Logger.Metadata,
        every interval: Duration = .seconds(300)
    ) {
        guard let left = repeated.say("\(message) \(key)", every: interval) else { return }
        let more = left > 0 ? ["repeated": Logger.MetadataValue.string("\(left)")] : [:]
        logger.log(level: level, "\(message)", metadata: metadata.merging(more) { $1 })
    }

    private func labels(_ chunk: RunChunk) -> [(String, String)] {
        [("kind", chunk.run.kind), ("step", chunk.run.step)]
    }

    private func metadata(_ chunk: RunChunk) -> Logger.Metadata {
        [
            "subject": "\(chunk.run.subject)", "step": "\(chunk.run.step)", "agency": "\(chunk.agency)",
            "chunk": "\(chunk.id)",
        ]
    }

    private func count(_ name: String, _ labels: [(String, String)] = [], by number: Int = 1) {
        Counter(label: name, dimensions: labels, factory: registry).increment(by: number)
    }

    private func time(_ name: String, _ labels: [(String, String)], _ duration: Duration) {
        Timer(label: name, dimensions: labels, factory: registry).recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }
}
