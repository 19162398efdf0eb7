import CSV
public import Personnel
import Postgres

/// Imports a SIASN export into one agency: good rows in one transaction, bad rows listed, a broken file refused whole.
public struct Importer: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// - Parameters:
    ///   - day: today in the city; birth dates after it are wrong.
    ///   - isComplete: the file is the whole register: what it lacks is taken back, and no row means none.
    ///   - dryRun: does everything, keeps nothing.
    ///   - progress: told the number of rows read, from time to time.
    /// - Throws: `CSVError` or `CityError` when the file as a whole cannot be read; nothing is then imported.
    public func run(
        _ kind: ImportKind,
        file path: String,
        agency: AgencyID,
        asOf day: CivilDate,
        isComplete: Bool = false,
        dryRun: Bool = false,
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> ImportReport {
        let context = ImportContext(city: city, agency: agency, day: day, isComplete: isComplete)
        return try await run(kind.subject, path, context, dryRun, progress)
    }

    private struct Rehearsal: Error {
        let report: ImportReport
    }

    private func run<Subject: ImportSubject>(
        _ subject: Subject.Type,
        _ path: String,
        _ context: ImportContext,
        _ dryRun: Bool,
        _ progress: @Sendable (Int) -> Void
    ) async throws -> ImportReport {
        do {
            return try await city.transaction(
                as: .agency(context.agency),
                options: TransactionOptions(timeout: .seconds(600))
            ) { tx in
                var report = ImportReport()
                try tx.execute(subject.staging)
                try tx.copyIn(subject.stagingTable, columns: ["line"] + subject.stagingColumns) { writer in
                    report = try Self.read(subject, path, context.day, &writer, progress)
                }
                try tx.execute("analyze \(identifier: subject.stagingTable)")
                try await subject.apply(context, &tx, &report)
                report.rejections.sort { $0.line < $1.line }
                report.warnings.sort { $0.line < $1.line }
                if dryRun { throw Rehearsal(report: report) }
                return report
            }
        } catch let rehearsal as Rehearsal {
            return rehearsal.report
        }
    }

    /// Reads the file into the staging table.
    private static func read<Subject: ImportSubject>(
        _ subject: Subject.Type,
        _ path: String,
        _ day: CivilDate,
        _ writer: inout CopyWriter,
        _ progress: @Sendable (Int) -> Void
    ) throws -> ImportReport {
        var report = ImportReport()
        var header: ImportHeader?
        try CSVFile.forEachRecord(path: path) { record in
            guard let known = header else {
                header = try ImportHeader(record, columns: subject.columns)
                return
            }
            report.rows += 1
            if report.rows % 1000 == 0 { progress(report.rows) }
            guard record.count == known.count else {
                report.rejections.append(
                    ImportFinding(
                        line: record.line,
                        column: "",
                        code: "column_count",
                        reason: "\(record.count) columns, the header has \(known.count)"
                    )
                )
                return
            }
            var row = ImportRow(line: record.line, columns: subject.columns, cells: known.cells(of: record))
            let values = subject.stage(&row, asOf: day)
            report.rejections += row.rejections
            report.warnings += row.isGood ? row.warnings : []
            if let values, row.isGood {
                try writer.row([Int32(record.line)] + values)
            }
        }
        return report
    }
}
