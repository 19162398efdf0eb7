import Personnel
import Postgres
import Texts

/// One kind of file: reads cells into a staging table, then applies the staged rows with set-based statements.
protocol StagedImport: SendableMetatype {
    static var columns: [ImportColumn] { get }
    /// Creates the temporary table; its first column is `line`.
    static var staging: SQL { get }
    static var stagingTable: Identifier { get }
    static var stagingColumns: [Identifier] { get }

    /// The staged values after the line, or nil when something was rejected.
    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]?

    /// What the database holds of the staged rows, in the file's columns: line, NIP (empty of a unit or post), record, the
    /// column's place and name, value. NIP, record and column tell a value apart from all others.
    static func known(_ agency: AgencyID) -> SQL

    /// Rejects staged rows that contradict each other or the database, and applies the rest.
    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws
}

/// Where an import writes.
struct ImportContext: Sendable {
    let city: CityDatabase
    let agency: AgencyID
    /// Today in the city.
    let day: CivilDate
    /// Whether the file is the whole register.
    let isComplete: Bool
}

extension StagedImport {
    /// Takes rows out of the staging table and notes them; returns how many. `found` gives their lines.
    @discardableResult
    static func reject(
        _ found: SQL,
        _ column: String,
        _ problem: ImportProblem,
        _ tx: inout Transaction,
        _ report: inout ImportReport,
        naming arguments: [String: TextArgument] = [:]
    ) throws -> Int {
        let lines = try tx.all(
            """
            delete from \(identifier: stagingTable) s
            using (\(fragment: found)) f (line)
            where s.line = f.line
            returning s.line
            """,
            as: Int32.self
        )
        report.rejected += lines.count
        for line in lines.sorted() {
            try report.reject(ImportFinding(line: Int(line), column: column, problem, arguments))
        }
        return lines.count
    }

    /// Finds each row's employment, by index: a table that an import has just filled has no statistics yet, and a join
    /// over it can choose a bad plan. Rejects rows of persons whom the agency does not employ, and of persons that
    /// occur twice.
    static func rejectUnknownAndRepeated(
        _ column: String,
        within group: SQL = "1",
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try findEmployments(column, context, &tx, &report)
        try rejectRepeated(column, within: group, &tx, &report)
    }

    /// What the planner knows of a staging table is of before its rows were filled.
    static func analyze(_ tx: inout Transaction) throws {
        try tx.execute("analyze \(identifier: stagingTable)")
    }

    /// Does the first half of it, for files that may have several rows for a person.
    static func findEmployments(
        _ column: String,
        _ context: ImportContext,
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try tx.execute(
            """
            update \(identifier: stagingTable) s
            set employment_id = (
                select e.employment_id
                from person p
                join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
                    and (upper_inf(e.valid) or upper(e.valid) > \(context.day))
                where p.agency_id = \(context.agency) and p.nip = s.nip
                order by lower(e.valid)
                limit 1
            )
            """
        )
        try analyze(&tx)
        try reject(
            "select line from \(identifier: stagingTable) where employment_id is null and nip is not null",
            column,
            .unknownPerson,
            &tx,
            &report
        )
    }

    static func rejectRepeated(
        _ column: String,
        within group: SQL = "1",
        _ tx: inout Transaction,
        _ report: inout ImportReport
    ) throws {
        try reject(
            """
            select line from (
                select line, row_number() over (partition by nip, \(fragment: group) order by line) as number
                from \(identifier: stagingTable) where nip is not null
            ) n where number > 1
            """,
            column,
            .repeated,
            &tx,
            &report
        )
    }
}
