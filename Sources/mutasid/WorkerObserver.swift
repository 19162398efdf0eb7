import CoreMetrics
import Jobs
import Logging
import Telemetry

/// Tells what a worker does: to the log, to the metrics, to the probes and to systemd. Agencies appear in the log only.
struct WorkerObserver: Sendable {
    let logger: Logger
    let registry: PrometheusRegistry
    let health: Health
    let notifier: SystemdNotifier

    func observe(_ event: Worker.Event) {
        switch event {
        case .started(let worker):
            health.started()
            health.available()
            notifier.ready(status: "worker \(worker) is at work")
            logger.info("started", metadata: ["worker": "\(worker)"])
            count("mutasi_worker_starts_total")
        case .idle: health.available()
        case .finished(let chunk, let keys, let took):
            health.available()
            logger.debug(
                "chunk finished",
                metadata: metadata(chunk).merging(["keys": "\(keys)", "took": "\(took)"]) { $1 }
            )
            count("mutasi_chunks_total", labels(chunk) + [("outcome", keys > 0 ? "done" : "split")])
            count("mutasi_chunk_keys_total", labels(chunk), by: keys)
            time("mutasi_chunk_seconds", labels(chunk), took)
        case .failed(let chunk, let reason):
            health.progress()
            logger.error("chunk failed", metadata: metadata(chunk).merging(["reason": "\(reason)"]) { $1 })
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "failed")])
        case .lost(let chunk):
            health.progress()
            logger.warning("chunk was taken over by another worker", metadata: metadata(chunk))
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "lost")])
        case .late(let chunk, let reason):
            health.available()
            logger.warning("agency is late", metadata: metadata(chunk).merging(["reason": "\(reason)"]) { $1 })
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "late")])
        case .interrupted(let chunk, let reason):
            health.progress()
            logger.info("chunk is done again", metadata: metadata(chunk).merging(["reason": "\(reason)"]) { $1 })
            count("mutasi_chunks_total", labels(chunk) + [("outcome", "interrupted")])
        case .jobsEnded(let kind, let number, let took):
            health.available()
            logger.debug("jobs ended", metadata: ["kind": "\(kind)", "count": "\(number)", "took": "\(took)"])
            count("mutasi_jobs_total", [("kind", kind), ("outcome", "ended")], by: number)
            time("mutasi_job_batch_seconds", [("kind", kind)], took)
        case .jobFailed(let kind, let id, let reason, let isDead):
            health.progress()
            logger.error(
                isDead ? "job given up" : "job failed",
                metadata: ["kind": "\(kind)", "job": "\(id)", "reason": "\(reason)"]
            )
            count("mutasi_jobs_total", [("kind", kind), ("outcome", isDead ? "dead" : "failed")])
        case .jobLost(let kind, let id):
            health.progress()
            logger.warning("job was taken over by another worker", metadata: ["kind": "\(kind)", "job": "\(id)"])
            count("mutasi_jobs_total", [("kind", kind), ("outcome", "lost")])
        case .jobsRescued(let number):
            logger.warning("jobs rescued", metadata: ["count": "\(number)"])
            count("mutasi_jobs_rescued_total", by: number)
        case .schedulesFired(let names):
            logger.info("schedules fired", metadata: ["names": "\(names.joined(separator: ", "))"])
            count("mutasi_schedules_fired_total", by: names.count)
        case .scheduleUnreadable(let name):
            logger.error(
                "schedule cannot be read, and does not fire; remove it and add it again",
                metadata: ["name": "\(name)"]
            )
        case .unavailable(let reason):
            health.unavailable(reason)
            logger.warning("database unavailable", metadata: ["reason": "\(reason)"])
            count("mutasi_database_losses_total")
        }
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
