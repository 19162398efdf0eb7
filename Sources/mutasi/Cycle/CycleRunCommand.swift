import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Foundation
import Jobs
import Personnel
import Postgres
import Programs
import Reports
import Synchronization
import Texts

extension CycleCommand {
    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Run a cycle's phases now, without waiting for their dates.",
            discussion: """
                Makes the phases up to --through due and works until nothing is due. Chunks that failed before are tried \
                again. Daemons that run at the same time share the work. A phase that runs before its planned day needs \
                --reason, which the audit trail keeps, and a yes to the question whom it concerns. Later phases keep their \
                days.

                Example:
                  mutasi cycle run 2026-Q4 --through close --reason "letter 800/7/2027" --dry-run
                """
        )

        @OptionGroup var options: DatabaseOptions
        @Argument(help: "The cycle: a quarter, 2026-Q3, or a year, 2026.") var code: CycleCode
        @Option(help: "The last phase to run: open, remind, close, score, place, release or final.") var through:
            CyclePhase = .place
        @Option(help: "Why a phase runs before its planned day; kept in the audit trail.") var reason: TypedText?
        @Flag(help: "Do not ask before a phase runs early.") var yes = false
        @Flag(help: "List the phases with their days, and change nothing.") var dryRun = false

        func run() async throws {
            let reason = try reason?.read("--reason")
            let city = try options.cityDatabase()
            let cycle = try await Cycles(city).find(code)
            guard !dryRun else {
                let phases = try await options.cycleRuns().progress(code)
                    .filter { run in CyclePhase(rawValue: run.step).map { $0.ordinal <= through.ordinal } ?? false }
                Terminal.print(CycleView.table(of: phases, in: try await city.time()))
                return Terminal.say(Message.resultDryRun())
            }
            let isEarly = try await confirmsEarly(cycle, in: city, reason)
            let codes = Dictionary(try await Agencies(city).list().map { ($0.id, $0.code) }) { first, _ in first }
            let runs = try options.cycleRuns()
            try await Schema(city).requireCurrent(as: .worker)
            try await runs.makeDue(code, through: through, reason: isEarly ? reason : nil)
            let line = TerminalProgress(Message.cycleChunks(["cycle": "\(code)"]))
            let done = Counter()
            let late = Mutex<Set<Int32>>([])
            let worker = try options.cityWorker()
                .worker(Worker.Options(name: "mutasi cycle run")) { event in
                    switch event {
                    case .finished: line.update(done.increment())
                    case .late(let chunk, let reason) where late.withLock({ $0.insert(chunk.agency).inserted }):
                        line.finish()
                        let agency = codes[chunk.agency]?.description ?? ""
                        Terminal.say(Message.cycleAgencyLate(["agency": .text(agency), "reason": "\(reason)"]))
                    case .unavailable(let reason):
                        line.finish()
                        Terminal.say(Message.cycleDatabaseAway(["reason": "\(reason)"]))
                    default: break
                    }
                }
            let warden = Task {
                // As mutasid does: a session of an agency that lifts its limits is not waited for without end.
                while !Task.isCancelled {
                    _ = try? await AgencySessions(city).endExcessive()
                    try await Task.sleep(for: .seconds(5))
                }
            }
            defer { warden.cancel() }
            try await worker.run(untilIdle: true)
            line.finish()
            let phases = try await runs.progress(code)
            Terminal.print(CycleView.table(of: phases, in: try await city.time()))
            if let behind = phases.first(where: { $0.isHeldBack || $0.state == .cancelled }),
                !phases.contains(where: { $0.state == .failed })
            {
                throw Stop(.cycleBehind, ["phase": .text(behind.step), "run": "\(behind.id)"])
            }
            if let failed = phases.first(where: { $0.state == .failed }) {
                throw Stop(
                    .cycleFailed,
                    [
                        "phase": .text(failed.step), "run": "\(failed.id)",
                        "reason": failed.lastError.map { .wording(StoredReason($0).wording) }
                            ?? .wording(Wording(indonesian: "alasan tidak diketahui", english: "no reason is known")),
                    ]
                )
            }
        }

        /// Whether a phase would run before its planned day; asks about it then.
        private func confirmsEarly(_ cycle: Cycle, in city: CityDatabase, _ reason: String?) async throws -> Bool {
            let today = try await CityClock.today(in: city)
            let early = try await options.cycleRuns().early(cycle, through: through, today: today)
            guard let first = early.first else { return false }
            let phases = early.map(\.phase.rawValue).joined(separator: ", ")
            guard reason != nil else {
                throw Stop(
                    .cycleRunReasonMissing,
                    ["phases": .text(phases), "cycle": "\(code)", "day": "\(first.day)"]
                )
            }
            let (people, unrated) = try await Cycles(city).concerned(cycle, on: today)
            let question = Message.cycleAskEarly([
                "phases": .text(phases), "cycle": "\(code)", "day": "\(first.day)", "people": .number(people),
                "unrated": .number(unrated),
            ])
            guard yes || Terminal.confirms(question) else { throw Stop(.confirmationMissing) }
            return true
        }
    }
}
