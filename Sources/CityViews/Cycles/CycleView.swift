public import CityDatabase
import CityWork
import Foundation
public import Jobs
public import Personnel
public import Reports

/// A cycle: its phases and its agencies as tables, as a document and as a report.
public struct CycleView {
    private let cycle: Cycle
    private let phases: [RunProgress]
    private let agencies: [(agency: Agency, figures: CycleFigures)]
    private let time: ZonedTime

    /// - Parameter time: the city's.
    public init(
        _ cycle: Cycle,
        _ phases: [RunProgress],
        _ agencies: [(agency: Agency, figures: CycleFigures)],
        in time: ZonedTime
    ) {
        self.cycle = cycle
        self.phases = phases
        self.agencies = agencies
        self.time = time
    }

    private var city: CycleFigures { agencies.reduce(CycleFigures()) { $0 + $1.figures } }

    /// The stable JSON document of a cycle.
    public var document: JSONValue {
        .object([
            .init("cycle", .string(cycle.code.description)),
            .init("first", .string(cycle.code.first.iso)),
            .init("last", .string(cycle.code.last.iso)),
            .init("rule_set", .string(cycle.ruleSet)),
            .init("phases", .array(phases.map(document))),
            .init("city", .object(Self.members(city))),
            .init("agencies", .array(agencies.map(Self.document))),
        ])
    }

    private static func document(_ entry: (agency: Agency, figures: CycleFigures)) -> JSONValue {
        .object(
            [
                .init("code", .string(entry.agency.code.description)), .init("name", .string(entry.agency.name)),
            ] + members(entry.figures)
        )
    }

    private static func members(_ figures: CycleFigures) -> [JSONValue.Member] {
        [
            .init("people", .integer(figures.people)), .init("rated", .integer(figures.rated)),
            .init("missing", .integer(figures.missing)),
        ] + zip(Rating.allCases, figures.ratings).map { .init($0.code, .integer($1)) }
    }

    private func document(_ phase: RunProgress) -> JSONValue {
        .object([
            .init("phase", .string(phase.step)), .init("state", .string(phase.state.rawValue)),
            .init("due", .string(time.day(of: phase.dueAt).iso)),
            .init("chunks", .integer(phase.chunks)), .init("chunks_done", .integer(phase.chunksDone)),
            .init("people", .integer(phase.processed)), .init("failures", .integer(phase.failures)),
            .init("seconds", phase.seconds.map { .decimal($0.fixed(3)) } ?? .null),
        ])
    }

    public var agencyTable: Table {
        let columns =
            [Table.Column("code", title: "agency", codes: .words("owner")), Table.Column("name")]
            + Table.Column.list("people", "rated", alignment: .trailing)
            + [Table.Column("missing", title: "missing.cycle", alignment: .trailing)]
            + Rating.allCases.map { Table.Column($0.code, alignment: .trailing) }
        let rows = agencies.map { agency, figures in
            [Table.Cell.text(agency.code.description), .text(agency.shortName)] + Self.cells(figures)
        }
        return Table(columns: columns, rows: rows, footer: [.text("city"), .text("")] + Self.cells(city))
    }

    private static func cells(_ figures: CycleFigures) -> [Table.Cell] {
        ([figures.people, figures.rated, figures.missing] + figures.ratings).map { .integer($0) }
    }

    /// Cycles, with the state of each phase.
    public static func table(of cycles: [(cycle: Cycle, phases: [RunProgress])]) -> Table {
        let columns =
            [
                Table.Column("cycle"), Table.Column("first", title: "first.cycle"),
                Table.Column("last", title: "last.cycle"), Table.Column("rule_set"),
            ] + CyclePhase.allCases.map { Table.Column($0.rawValue, codes: .words("run")) }
        let rows = cycles.map { cycle, phases -> [Table.Cell] in
            let code = cycle.code
            // By its name: a cycle of an older program, or one that somebody tampered with, may lack some.
            let states = CyclePhase.allCases.map { phase in
                Table.Cell.optional(phases.first { $0.step == phase.rawValue }?.state.rawValue)
            }
            return [.text(code.description), .text(code.first.iso), .text(code.last.iso), .text(cycle.ruleSet)] + states
        }
        return Table(columns: columns, rows: rows)
    }

    public var phaseTable: Table { Self.table(of: phases, in: time) }

    public static func table(of phases: [RunProgress], in time: ZonedTime) -> Table {
        let columns =
            [
                Table.Column("phase", codes: .words("phase")), Table.Column("state", codes: .words("run")),
                Table.Column("due"),
            ]
            + Table.Column.list("chunks", "done", "people", "failures", "seconds", alignment: .trailing)
        let rows: [[Table.Cell]] = phases.map { phase in
            [
                .text(phase.step), .text(phase.state.rawValue),
                .text(time.day(of: phase.dueAt).iso),
                .integer(phase.chunks), .integer(phase.chunksDone), .integer(phase.processed), .integer(phase.failures),
                phase.seconds.map { .decimal($0.fixed(2)) } ?? .missing,
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    /// What the printed page is made from.
    ///
    /// - Parameter boxes: those of the cycle's rule set.
    public func report(
        title: String,
        asOf: CivilDate,
        boxes: BoxTable,
        history: [CoveragePicture.Cycle] = [],
        imprint: Imprint = Imprint()
    ) -> CycleReport {
        CycleReport(
            title: title,
            cycle: cycle.code.description,
            firstDate: cycle.code.first,
            lastDate: cycle.code.last,
            asOf: asOf,
            ruleSet: cycle.ruleSet,
            boxes: boxes,
            agencies: agencies.map { agency, figures in
                CycleReport.Agency(
                    code: agency.code.description,
                    name: agency.name,
                    shortName: agency.shortName,
                    figures: figures
                )
            },
            phases: phases.map {
                CycleReport.Phase(
                    name: $0.step,
                    state: $0.state.rawValue,
                    due: time.day(of: $0.dueAt),
                    people: $0.processed,
                    failures: $0.failures
                )
            },
            history: history,
            imprint: imprint
        )
    }
}
