import ArgumentParser
import Characters
import CityDatabase
import CityWork
import Foundation
import Jobs
import Logging
import Postgres
import PostgresObservers
import Programs
import ServiceLifecycle
import Telemetry
import Texts
import UnixSignals

/// The worker's program.
@main
struct Mutasid: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutasid",
        abstract:
            "Runs the scheduled work of a city: opens, closes, scores and places cycles, and seals the audit trail.",
        discussion: """
            Any number may run against one database. Killed at any instant and started again, it continues where it was. \
            On SIGTERM or SIGINT it finishes what it has in hand within 20 seconds and ends; unfinished work is undone \
            and taken up by the next. On SIGHUP it reads its settings again, each of which may be missing:
              {"parallelism": 4, "chunk_size": 20000, "chunk_seconds": 1, "log_level": "info"}

            Exit status: 0 done, 2 a run failed or a job was given up (with --until-idle), 64 usage, 69 database unavailable, 75 ended in the \
            middle, 78 the schema is not at this program's version.
            """,
        version: ProgramVersion.text
    )

    @OptionGroup var options: DatabaseOptions
    @OptionGroup var language: LanguageOption
    @Flag(help: "Do all work that is due, and end.") var untilIdle = false
    @Option(help: "Settings as JSON, read again on SIGHUP; an option of the command line wins.", completion: .file())
    var settings: String?
    @Option(help: "Chunks and batches done at the same time (2).") var parallelism: Int?
    @Option(help: "People in a chunk at most (20000); fewer if they take longer than --chunk-seconds.") var chunkSize:
        Int?
    @Option(help: "The target duration of a chunk, in seconds (1).") var chunkSeconds: Double?
    @Option(help: "trace, debug, info, notice, warning, error or critical (info).") var logLevel: Logger.Level?
    @Option(help: "json or text; without it, json under systemd.") var logFormat: LogFormat?
    @Option(
        help: """
            Where /live, /ready and /metrics answer: 127.0.0.1:9464, or unix:/run/mutasid/probe.sock; loopback only. \
            The address of /live, /ready and /metrics: 127.0.0.1:9464, or unix:/run/mutasid/probe.sock; loopback only. \
            Without it, none.
            """
    )
    var probes: ProbeAddress?

    func validate() throws {
        // A bad settings file is a configuration error, not a usage error: it is reported when the program runs.
        guard settings == nil else { return }
        do { _ = try source.read() } catch { throw ValidationError(error.description) }
    }

    static func main() async {
        StandardStream.occupyClosed()
        // The program goes on when the reader of its log goes away.
        signal(SIGPIPE, SIG_IGN)
        // Before the settings are looked after, there is nothing to read again.
        signal(SIGHUP) { _ in }
        do {
            let command = try Self.parse(ProgramLanguage.arguments())
            try await withTaskExecutorPreference(Database.executor) { try await command.run() }
        } catch {
            ExitStatus.leave(error, Self.self)
        }
    }

    private var source: WorkerSettings.Source {
        WorkerSettings.Source(
            file: settings,
            parallelism: parallelism,
            chunkSize: chunkSize,
            chunkSeconds: chunkSeconds,
            logLevel: logLevel
        )
    }

    func run() async throws {
        let current: WorkerSettings
        do { current = try source.read() } catch { throw Stop(.settingsInvalid, ["reason": "\(error)"]) }
        let level = AdjustableLevel(current.logLevel)
        let format = logFormat ?? LogFormat.detected()
        var logger = Logger(label: "mutasid") { AdjustableLogHandler(format.handler(label: $0), level) }
        logger[metadataKey: "pid"] = "\(getpid())"
        let registry = PrometheusRegistry()
        let databaseMetrics = MetricsObserver(prefix: "mutasi_db", factory: registry)

        let city = try options.namedCity()
        let database = try options.connection(
            as: .daemon,
            // Opened when needed. Beside the slots: two for the lock and the lease, one that tends, seals, counts.
            limits: PoolLimits(maximum: WorkerSettings.mostParallelism + 5),
            observer: ObserverGroup([LoggingObserver(logger), databaseMetrics])
        )
        registry.onRender { databaseMetrics.record(database.statistics) }
        try await Schema(CityDatabase(city, database)).requireCurrent(as: .worker)

        let health = Health(limit: .seconds(300))
        let notifier = SystemdNotifier()
        let observer = WorkerObserver(logger: logger, registry: registry, health: health, notifier: notifier)
        let cityWorker = CityWorker(city, database)
        let name = "mutasid \(ProcessInfo.processInfo.hostName)/\(getpid())"
        let worker = WorkerService(current, untilIdle: untilIdle) { settings in
            cityWorker.worker(settings.options(name: name), jobs: CityWorker.jobs) { observer.observe($0) }
        }
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        let reload = ReloadService(signals: hangUps, logger: logger, notifier: notifier) { [source] in
            let settings = try source.read()
            level.set(settings.logLevel)
            return worker.reload(settings)
        }
        // From the last to the first they are shut down: the probes answer until the others have ended.
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = []
        if let probes {
            services.append(.init(service: ProbeServer(probes, health: health, registry: registry, logger: logger)))
        }
        services += [
            .init(service: Watchdog(notifier, health, logger: logger)),
            .init(service: AuditSealer(trail: AuditTrail(CityDatabase(city, database)), logger: logger)),
            .init(service: SessionWarden(sessions: AgencySessions(CityDatabase(city, database)), logger: logger)),
            .init(service: reload),
            .init(service: worker, successTerminationBehavior: .gracefullyShutdownGroup),
            .init(service: ShutdownNotice(health, notifier)),
        ]
        var configuration = ServiceGroupConfiguration(
            services: services,
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(20)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as ProbeError {
            throw Stop(.probeInvalid, ["reason": "\(error)"])
        }
        if worker.wasCutOff { throw CancellationError() }
        let failures = untilIdle ? try await CycleRuns(city, database).failures() : []
        database.close()
        if let first = failures.first {
            throw Stop(.runFailed, ["count": .number(failures.count), "first": .text(first)])
        }
        if untilIdle, observer.jobsGivenUp > 0 { throw Stop(.jobsDead, ["count": .number(observer.jobsGivenUp)]) }
    }
}
