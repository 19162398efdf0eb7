import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Files
import Foundation
import Jobs
import LocalServer
import Personnel
import Population
import Postgres
import Programs
import Reports
import Texts

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make a whole city on the private server: generated people, imported, appraised, placed, reported.",
        discussion: """
            52 agencies, and three years of quarters with awards, duties, trainings, sanctions, assessments and competencies. \
            The people are generated: nobody is real. The same seed gives the same people. Then some retire, resign or die, \
            others act for heads who left, seats stay vacant, and a mistyped day is put right. Heads of agencies follow each \
            other into the seat of one who left: proposed, checked, decided, decreed, and carried out by the worker. A second \
            run changes nothing. The files that were imported, the reports and the papers stay in the demo's directory.
            """
    )

    @Option(help: "How many people.") var people = 15_000
    @Option(help: "The generator's seed.") var seed: UInt64 = 1
    @Option(help: "The directory of the files; without it, beside the private server's directory.") var directory:
        String?

    private static let city = City.medan
    /// Three years of quarters, the oldest first.
    private static let cycles = (2023...2026)
        .flatMap { year in (1...4).compactMap { CycleCode("\(year)-Q\($0)") } }
        .filter { ("2023-Q4"..."2026-Q3").contains($0.description) }
    /// The day on which the generated people are described.
    private static let day = "2026-06-30"
    /// Counts up when the same seed gives other people or other events.
    private static let edition = 2
    /// Until then people leave, and others act for them.
    private static let lastDay = "2026-10-01"

    func validate() throws {
        guard people >= 52 else { throw ValidationError("--people must be at least 52, one for each agency.") }
    }

    func run() async throws {
        var options = DatabaseOptions()
        options.city = Self.city.name
        let server = try options.localServer()
        let home = URL(filePath: directory ?? "\(server.directory)/../demo").standardizedFileURL.path
        Terminal.say(Message.demoServer(["path": .text(server.directory)]))
        try server.start()
        try claim(server, home)
        try server.createDatabase(DatabaseOptions.localDatabase)
        do {
            try await Interruption.cancelling { try await fill(server, home) }
        } catch {
            guard Interruption.came else { throw error }
            throw Stop(.demoInterrupted, ["directory": .text(server.directory)])
        }
    }

    private func fill(_ server: LocalServer, _ home: String) async throws {
        let start = ContinuousClock.now
        let uri = { (user: String) in server.uri(database: DatabaseOptions.localDatabase, user: user) }
        let applied = try await prepare(uri(LocalServer.superuser))
        let database = Database(ConnectionOptions(uri: uri("\(Self.city)_admin"), applicationName: "mutasi demo"))
        let city = CityDatabase(Self.city, database)
        guard let code = Self.cycles.last, let day = CivilDate(iso: Self.day) else { return }
        let population = Population(people: people, seed: seed, asOf: day)
        let agencies = try await Agencies(city).add(try AgencyFile.parse(Population.agenciesCSV))
        let runs = CycleRuns(Self.city, database)
        var newCycles = 0
        for cycle in Self.cycles where try await runs.add(cycle, try CycleCalendar(cycle)) { newCycles += 1 }
        let transfers = DemoTransfers(city, home, uri: uri("\(Self.city)_admin"))
        let imports = try await importPeople(population, city, to: home, isPast: try await transfers.exist())
        let corrected = try await correct(imports, city)
        let worker = DemoWorker(city: Self.city, uri: uri("\(Self.city)_daemon"), log: home + "/mutasid.log")
        let works = try await Self.progress(runs).contains { $0.state != .done }
        if works { try await work(worker, runs) }
        let steps = try await transfers.run(worker) { today in
            population.headTransfers(on: today, until: CivilDate(iso: Self.lastDay) ?? today)
        }
        let pages = ["\(home)/\(code).html", "\(home)/talent.html"]
        let imprint = try await Imprint(of: city, maker: "mutasi demo", madeOn: try await CityClock.today(in: city))
        _ = try await ReportCommand.write(code, in: city, runs, to: pages[0], imprint: imprint)
        _ = try await ReportCommand.writeTalent(code, in: city, to: pages[1], imprint: imprint)

        let summary = DemoImport.sum(imports)
        Terminal.print(ImportView.table(summary))
        let cycle = try await Cycles(city).find(code)
        let view = CycleView(
            cycle,
            try await CycleRuns(Self.city, database).progress(code),
            try await Cycles(city).figures(cycle, in: .city),
            in: try await city.time()
        )
        Terminal.print("")
        Terminal.print(view.phaseTable)
        Terminal.print("")
        Terminal.print(view.agencyTable)
        Terminal.print("")
        for page in pages { Terminal.print(Message.demoReport(["path": .text(page)])) }
        for line in sights(of: imports) + transfers.sights { Terminal.print(line) }
        database.close()

        let changed =
            applied + corrected + steps + agencies.count { $0.1 == .added } + newCycles
            + summary.reduce(0) { $0 + $1.2.added + $1.2.changed }
        let seconds = ((ContinuousClock.now - start) / .seconds(1)).fixed(1)
        Terminal.say(
            (changed == 0 && !works ? Message.demoUnchanged : .demoDone)(["seconds": .text(seconds)]),
            hint: Message.demoHint(["cycle": "\(code)"])
        )
    }

    /// A mark beside the server keeps what the demo was made with: other people would not fit beside those that are there.
    private func claim(_ server: LocalServer, _ home: String) throws {
        let mark = URL(filePath: "\(server.directory).demo")
        let text = "people \(people), seed \(seed), edition \(Self.edition)\n"
        if let known = try? String(contentsOf: mark, encoding: .utf8), known != text {
            throw Stop(
                .demoOther,
                [
                    "directory": .text(server.directory), "demo": .text(String(known.dropLast())),
                    "mark": .text(mark.path),
                ]
            )
        }
        do {
            try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: mark)
        } catch {
            throw Stop(.outputRefused, ["path": .text(home), "reason": .text(error.localizedDescription)])
        }
    }

    /// Roles, schema, migrations, and the mark that the people are generated; how many of these were new.
    private func prepare(_ uri: String) async throws -> Int {
        let database = Database(ConnectionOptions(uri: uri, applicationName: "mutasi demo"))
        let schema = Schema(CityDatabase(Self.city, database))
        let applied = try await schema.create()
        let isMarked = try await schema.markDemo()
        database.close()
        return applied.count + (isMarked ? 1 : 0)
    }

    private static func progress(_ runs: CycleRuns) async throws -> [RunProgress] {
        var progress: [RunProgress] = []
        for cycle in cycles { progress += try await runs.progress(cycle) }
        return progress
    }

    private func importPeople(
        _ population: Population,
        _ city: CityDatabase,
        to home: String,
        isPast: Bool
    ) async throws -> [DemoImport] {
        guard let last = CivilDate(iso: Self.lastDay) else { return [] }
        let known = try await Agencies(city).list()
        let line = TerminalProgress(Message.demoImporting(), total: population.agencies.count)
        defer { line.finish() }
        let imported = Counter()
        // The largest first and a few at a time: each works on the server alone.
        var waiting = population.agencies.sorted { $0.people < $1.people }
        return try await withThrowingTaskGroup(of: DemoImport.self) { group in
            func next() {
                guard let agency = waiting.popLast() else { return }
                guard let known = known.first(where: { $0.code == agency.code }) else { return next() }
                group.addTask {
                    let files = population.files(for: agency, cycles: Self.cycles, until: last)
                    let done = try await DemoImport(files, of: known, city, to: home, isPast: isPast)
                    line.update(imported.increment(), detail: agency.code.description)
                    return done
                }
            }
            for _ in 1...Self.importsAtOnce { next() }
            var imports: [DemoImport] = []
            for try await one in group {
                imports.append(one)
                next()
            }
            return imports.sorted { $0.agency.code.description < $1.agency.code.description }
        }
    }

    private static let importsAtOnce = 3

    /// Puts the mistyped day right; how many facts that changed.
    private func correct(_ imports: [DemoImport], _ city: CityDatabase) async throws -> Int {
        var changes = 0
        for one in imports {
            guard let mistyped = one.files.mistyped else { continue }
            var correction = AssignmentCorrection()
            correction.since = mistyped.right
            let ground = CorrectionGround(
                reason: Message.demoReason()(ProgramLanguage.current),
                documentNumber: mistyped.decree,
                correctedBy: "mutasi demo"
            )
            let outcome = try await Corrections(city, one.agency)
                .correct(RecordedAssignment(), of: mistyped.nip, correction, ground)
            changes += outcome.changes.count
        }
        return changes
    }

    /// Commands that show who left, who acts and what was put right.
    private func sights(of imports: [DemoImport]) -> [Wording] {
        func person(_ message: Message, _ nips: (AgencyFiles) -> [NIP]) -> [Wording] {
            guard let one = imports.first(where: { !nips($0.files).isEmpty }) else { return [] }
            return nips(one.files).prefix(1)
                .map { message(["nip": .text($0.text), "agency": "\(one.agency.code)"]) }
        }
        let left = imports.reduce(0) { $0 + $1.files.leavers.count }
        let acting = imports.reduce(0) { $0 + $1.files.actingHeads.count }
        return [
            Message.demoVacancies(["left": .number(left), "acting": .number(acting)]), Message.demoRetirements(),
        ] + person(.demoLeft) { $0.leavers } + person(.demoActing) { $0.actingHeads }
            + person(.demoCorrected) { $0.mistyped.map { [$0.nip] } ?? [] }
    }

    /// The worker does what is due, and a line shows how far it is.
    private func work(_ worker: DemoWorker, _ runs: CycleRuns) async throws {
        let watch = Task {
            let steps = Self.cycles.count * CyclePhase.allCases.count
            let line = TerminalProgress(Message.demoSteps(), total: steps * 100, showsCount: false)
            defer { line.finish() }
            while !Task.isCancelled {
                let phases = try await Self.progress(runs)
                let current = phases.first { $0.state == .running }
                line.update(
                    phases.reduce(0) { $0 + Self.percent(of: $1) },
                    detail: current.map { "\($0.subject) \($0.step)" } ?? ""
                )
                do { try await Task.sleep(for: .milliseconds(200)) } catch { break }
            }
        }
        do {
            try await worker.run()
        } catch {
            watch.cancel()
            _ = await watch.result
            throw error
        }
        watch.cancel()
        _ = await watch.result
    }

    /// Of a phase that is done 100; of one under way by its chunks, for the phases of many cycles end together.
    private static func percent(of phase: RunProgress) -> Int {
        if phase.state == .done { return 100 }
        return phase.chunks > 0 ? phase.chunksDone * 100 / phase.chunks : 0
    }
}
