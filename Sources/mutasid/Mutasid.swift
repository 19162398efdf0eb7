import ArgumentParser
import CityDatabase
import CycleRuns
import Foundation
import Jobs
import Logging
import Postgres
import PostgresObservers
import Programs
import ServiceLifecycle
import UnixSignals

/// The worker's program.
@main
struct Mutasid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutasid",
        abstract:
            "Runs the scheduled work of a city: opens, closes, scores and places cycles, and seals the audit trail.",
        discussion: """
            Any number may run against one database. Killed at any instant and started again, it goes on where it was.
            On SIGTERM or SIGINT it finishes the chunks in hand within 20 seconds and ends; what is not finished is undone
            and taken up by the next.

            Exit status: 0 done, 2 a run failed (with --until-idle), 64 usage, 69 database unavailable, 75 ended in the
            middle, 78 the schema is not at this program's version.
            """,
        version: "0.1.0"
    )

    @OptionGroup var options: DatabaseOptions
    @Flag(help: "Do what is due, and end.") var untilIdle = false
    @Option(help: "Chunks done at the same time.") var parallelism = 2
    @Option(help: "People in a chunk at most; fewer where they take longer than a second.") var chunkSize = 20_000

    func validate() throws {
        guard (1...64).contains(parallelism) else { throw ValidationError("--parallelism is from 1 to 64.") }
        guard (1...1_000_000).contains(chunkSize) else { throw ValidationError("--chunk-size is from 1 to 1000000.") }
    }

    static func main() async {
        do {
            let command = try Self.parse()
            try await command.run()
        } catch {
            ExitStatus.leave(error, Self.self)
        }
    }

    func run() async throws {
        var logger = Logger(label: "mutasid") { StreamLogHandler.standardError(label: $0) }
        logger[metadataKey: "pid"] = "\(getpid())"
        let city = try options.namedCity()
        // A connection for each slot, two for the lock and the lease, one that tends jobs, and one that seals.
        let database = try options.connection(
            as: .daemon,
            limits: PoolLimits(maximum: parallelism + 4),
            observer: LoggingObserver(logger)
        )
        try await Schema(CityDatabase(city, database)).requireCurrent(as: .worker)
        let runs = CycleRuns(city, database)
        let worker =
            runs.worker(
                Worker.Options(
                    name: "mutasid \(ProcessInfo.processInfo.hostName)/\(getpid())",
                    parallelism: parallelism,
                    chunkSize: chunkSize
                ),
                jobs: CycleRuns.jobs
            ) { [logger] event in Self.log(event, logger) }
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(
                    service: WorkerService(worker: worker, untilIdle: untilIdle),
                    successTerminationBehavior: .gracefullyShutdownGroup
                ),
                .init(service: AuditSealer(trail: AuditTrail(CityDatabase(city, database)), logger: logger)),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        let group = ServiceGroup(configuration: configuration)
        try await group.run()
        let failures = untilIdle ? try await runs.failures() : []
        database.close()
        if let first = failures.first {
            throw Stop(
                .found,
                "\(failures.count) runs failed, the first: \(first); 'mutasi cycle run' tries them again"
            )
        }
    }

    private static func log(_ event: Worker.Event, _ logger: Logger) {
        switch event {
        case .started(let worker): logger.info("started", metadata: ["worker": "\(worker)"])
        case .finished(let chunk, _, let took):
            logger.debug("chunk finished", metadata: metadata(chunk).merging(["took": "\(took)"]) { $1 })
        case .failed(let chunk, let reason):
            logger.error("chunk failed", metadata: metadata(chunk).merging(["reason": "\(reason)"]) { $1 })
        case .lost(let chunk): logger.warning("chunk was taken over by another worker", metadata: metadata(chunk))
        case .jobsEnded(let kind, let count, let took):
            logger.debug("jobs ended", metadata: ["kind": "\(kind)", "count": "\(count)", "took": "\(took)"])
        case .jobFailed(let kind, let id, let reason, let isDead):
            logger.error(
                isDead ? "job given up" : "job failed",
                metadata: ["kind": "\(kind)", "job": "\(id)", "reason": "\(reason)"]
            )
        case .jobLost(let kind, let id):
            logger.warning("job was taken over by another worker", metadata: ["kind": "\(kind)", "job": "\(id)"])
        case .schedulesFired(let names): logger.info("schedules fired", metadata: ["names": "\(names)"])
        case .scheduleUnreadable(let name):
            logger.error("schedule cannot be read; add it again", metadata: ["name": "\(name)"])
        case .jobsRescued(let count): logger.warning("jobs rescued", metadata: ["count": "\(count)"])
        case .unavailable(let reason): logger.warning("database unavailable", metadata: ["reason": "\(reason)"])
        }
    }

    private static func metadata(_ chunk: RunChunk) -> Logger.Metadata {
        [
            "subject": "\(chunk.run.subject)", "step": "\(chunk.run.step)", "agency": "\(chunk.agency)",
            "chunk": "\(chunk.id)",
        ]
    }
}
