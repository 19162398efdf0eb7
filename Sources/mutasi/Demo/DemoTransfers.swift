import ArgumentParser
import CityDatabase
import CityViews
import CityWork
import Foundation
import Personnel
import Programs
import Reports
import Texts

/// The demo's batch of transfers: heads of agencies follow each other into the seat of one who left, from the proposal
/// to the day, with the papers.
struct DemoTransfers {
    static let batch = "KEPALA-DINAS"

    private let city: CityDatabase
    private let transfers: Transfers
    /// The admin's login.
    private let uri: String
    private let plan: String
    private let papers: String

    init(_ city: CityDatabase, _ home: String, uri: String) {
        self.city = city
        transfers = Transfers(city)
        self.uri = uri
        plan = "\(home)/transfers.csv"
        papers = "\(home)/papers"
    }

    /// Whether they have been planned: from then on the files that describe the people are of the past.
    func exist() async throws -> Bool { try await !all().isEmpty }

    /// Takes the batch as far as it goes; how many steps that took.
    ///
    /// - Parameter file: what is planned for a day.
    func run(_ worker: DemoWorker, planning file: (CivilDate) -> String?) async throws -> Int {
        let today = try await CityClock.today(in: city)
        var steps = 0
        if try await !exist() {
            guard let text = file(today) else { return 0 }
            try await plan(text, on: today)
            steps += 1
        }
        for step in DemoStep.course(today) {
            let numbers = try await transfers.numbers(inBatch: Self.batch, before: step.step, by: [step.actor])
            guard !numbers.isEmpty else { continue }
            if step.step == .verify { try await prepare(numbers, today) }
            if step.step == .decree { try await draw(today) }
            try await transfers.steps(numbers, step.step, as: step.actor, step.act)
            steps += 1
        }
        guard try await all().contains(where: { $0.state == TransferState.inaugurated.code }) else { return steps }
        try await printPapers(today)
        // The schedule has fired today already: the worker makes up for it.
        _ = try await CitySchedules(city)
            .backfill("carry-out-transfers", from: .now - 24 * 3_600, through: .now)
        try await worker.run()
        return steps + 1
    }

    /// Where the papers lie, and the commands that show the transfers.
    var sights: [Wording] {
        [Message.demoTransfers(["batch": .text(Self.batch), "path": .text(papers)])]
    }

    private func all() async throws -> [TransferSummary] {
        try await transfers.list(in: .city, .init(batch: Self.batch, withEnded: true))
    }

    private func plan(_ text: String, on day: CivilDate) async throws {
        try OutputFile(plan, permissions: 0o644).write(text)
        _ = try await transfers.addBatch(
            Self.batch,
            title: "Rotasi kepala dinas",
            on: day,
            by: DemoStep.planner
        )
        let file = try TransferPlanFile(path: plan, asOf: day)
        let planned = try await transfers.plan(file, by: DemoStep.planner, batch: Self.batch)
        if let problem = planned.problems.first { throw refusal(problem) }
    }

    private func refusal(_ problem: ImportFinding) -> Stop {
        Stop(
            .demoImport,
            [
                "path": .text(plan), "line": "\(problem.line)",
                "reason": .text("\(problem.reason(ProgramLanguage.current)) [\(problem.code)]"),
            ]
        )
    }

    /// Freezes of the last election and the documents that rules ask for; then the rules are checked.
    private func prepare(_ numbers: [String], _ today: CivilDate) async throws {
        if try await transfers.freezes().isEmpty {
            for freeze in DemoStep.freezes {
                try await transfers.addFreeze(
                    freeze.kind,
                    first: freeze.first,
                    last: freeze.last,
                    basis: freeze.basis,
                    by: DemoStep.planner
                )
            }
        }
        for number in numbers {
            for (kind, code) in DemoStep.documents {
                let document = TransferDocument(kind, number: "\(code)/DEMO-\(number.suffix(6))", day: today + -30)
                try await transfers.file(document, for: number, by: DemoStep.planner)
            }
            try await transfers.declareNoConflict(number, testedBy: DemoStep.verifier)
        }
        _ = try await transfers.check(.batch(Self.batch), by: DemoStep.planner, on: today)
    }

    private func draw(_ today: CivilDate) async throws {
        let picture = SeatChainView.picture(
            of: try await transfers.batch(Self.batch),
            PictureFrame(
                scope: "Kota \(city.name.capitalized) · \(Self.batch)",
                asOf: today,
                imprint: try await Imprint(of: city, maker: "mutasi demo", madeOn: today)
            )
        )
        let file = try OutputFolder(papers).files(["chains.svg"], permissions: 0o644, replaces: true)
        try file[0].write(picture.svg(ProgramLanguage.current) + "\n")
    }

    /// By the commands that an official runs.
    private func printPapers(_ today: CivilDate) async throws {
        let common = [
            "--database", uri, "--city", city.name, "--batch", Self.batch, "--to", papers, "--replace",
        ]
        let mayor = ["--signer", "Dr. Contoh Siregar, S.E."]
        let secretary = ["Dra. Contoh Lubis, M.Si.", "Sekretaris Daerah"]
        try await PrintDecreeCommand.parse(common + mayor).run()
        try await PrintExcerptCommand.parse(
            common + mayor + [
                "--certifier", "Contoh Harahap, S.STP.", "--certifier-office", "Kepala BKPSDM Kota Medan",
            ]
        )
        .run()
        try await PrintNoticeCommand.parse(
            common + [
                "--number", "800/DEMO-PB-#", "--contact", "Bidang Mutasi BKPSDM Kota Medan, Balai Kota", "--until",
                (today + 14).iso, "--signer", secretary[0], "--signer-office", secretary[1],
            ]
        )
        .run()
        try await PrintInvitationCommand.parse(
            common + [
                "--number", DemoStep.invitation, "--dated", DemoStep.invited(today).iso, "--day", today.iso,
                "--time", "09.00 WIB", "--venue", "Balai Kota", "--signer", secretary[0], "--signer-office",
                secretary[1],
            ]
        )
        .run()
        try await PrintHandOverCommand.parse(
            common + ["--number", "800/DEMO-#", "--witness", secretary[0], "--witness-office", secretary[1]]
        )
        .run()
    }
}
