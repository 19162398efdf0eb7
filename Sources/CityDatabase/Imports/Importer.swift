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
    ///   - isComplete: the file is the whole register: facts that it lacks are taken back, and a person without a row
    ///     has none.
    ///   - dryRun: does everything, keeps nothing.
    ///   - listener: receives every finding; the report keeps the first of each code. Receives every change, too, if it
    ///     takes them; then the reading of what was known is recorded in the audit trail.
    ///   - progress: receives the number of rows read, from time to time.
    /// - Throws: `CSVError` or `CityError` when the file as a whole cannot be read; nothing is then imported.
    public func run(
        _ kind: ImportKind,
        file path: String,
        agency: AgencyID,
        asOf day: CivilDate,
        isComplete: Bool = false,
        dryRun: Bool = false,
        listener: ImportListener = ImportListener(),
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> ImportReport {
        let context = ImportContext(city: city, agency: agency, day: day, isComplete: isComplete)
        if listener.change != nil { try await recordReading(kind, agency) }
        return try await run(kind.staged, path, context, dryRun, listener, progress)
    }

    /// Changes tell what was known of people. The event stays when a dry run takes everything else back.
    private func recordReading(_ kind: ImportKind, _ agency: AgencyID) async throws {
        try await city.transaction(as: .agency(agency)) { tx in
            try ReadEvent.record("import \(kind.rawValue)", ["what changes"], of: agency, &tx)
        }
    }

    private struct Rehearsal: Error {
        let report: ImportReport
    }

    private func run<Staged: StagedImport>(
        _ staged: Staged.Type,
        _ path: String,
        _ context: ImportContext,
        _ dryRun: Bool,
        _ listener: ImportListener,
        _ progress: @Sendable (Int) -> Void
    ) async throws -> ImportReport {
        do {
            return try await city.transaction(
                as: .agency(context.agency),
                options: TransactionOptions(timeout: .seconds(600))
            ) { tx in
                var report = ImportReport(listener)
                try tx.execute(staged.staging)
                try tx.copyIn(staged.stagingTable, columns: ["line"] + staged.stagingColumns) { writer in
                    try Self.read(staged, path, context.day, &writer, &report, progress)
                }
                try staged.analyze(&tx)
                let known = try listener.change.map { ($0, try ChangedValues(staged, before: context, &tx)) }
                try await staged.apply(context, &tx, &report)
                if let known { try known.1.tell(known.0, &tx) }
                report.rejections.sort()
                report.warnings.sort()
                if dryRun { throw Rehearsal(report: report) }
                listener.keeping()
                return report
            }
        } catch let rehearsal as Rehearsal {
            return rehearsal.report
        }
    }

    /// Reads the file into the staging table.
    private static func read<Staged: StagedImport>(
        _ staged: Staged.Type,
        _ path: String,
        _ day: CivilDate,
        _ writer: inout CopyWriter,
        _ report: inout ImportReport,
        _ progress: @Sendable (Int) -> Void
    ) throws {
        var header: ImportHeader?
        try CSVFile.forEachRecord(path: path) { record in
            guard let known = header else {
                header = try ImportHeader(record, columns: staged.columns)
                return
            }
            guard !ImportHeader.isBlank(record) else {
                report.blank += 1
                return
            }
            report.rows += 1
            if report.rows % 1000 == 0 { progress(report.rows) }
            guard record.count == known.count else {
                report.rejected += 1
                try report.reject(
                    ImportFinding(
                        line: record.line,
                        column: "",
                        .columnCount,
                        ["columns": "\(known.count)", "cells": "\(record.count)"]
                    )
                )
                return
            }
            var row = ImportRow(line: record.line, columns: staged.columns, cells: known.texts(of: record))
            let values = staged.stage(&row, asOf: day)
            guard row.isGood else {
                report.rejected += 1
                for finding in row.rejections { try report.reject(finding) }
                return
            }
            for finding in row.warnings { try report.warn(finding) }
            if let values { try writer.row([Int32(record.line)] + values) }
        }
    }
}
