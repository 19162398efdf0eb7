import CSV
public import Personnel
import Texts

/// A CSV file of transfers that BKPSDM plans: a row for each person.
public struct TransferPlanFile: Sendable {
    /// A row whose cells can be read.
    struct Row: Sendable {
        let line: Int
        let nip: NIP
        let agency: AgencyCode
        /// The post by its number, or else by title and unit.
        let post: Int64?
        let title: String?
        let unit: String?
        let basis: TransferBasis
        let cause: DemotionCause?
        let reason: String
        let day: CivilDate
    }

    let rows: [Row]
    /// How many rows the file has, without those that are blank.
    public let count: Int
    /// What is wrong with cells, by line.
    public let problems: [ImportFinding]

    /// Columns nip, perangkatDaerah (an agency's code), jabatan (a post's number) or namaJabatan and unorId, dasar, sebab, alasan,
    /// tmt (DD-MM-YYYY), in any order.
    ///
    /// - Parameter today: days more than a year later are refused.
    /// - Throws: `CSVError` or `CityError` when the file cannot be read as a whole.
    public init(path: String, asOf today: CivilDate) throws {
        var header: ImportHeader?
        var (rows, problems, count): ([Row], [ImportFinding], Int) = ([], [], 0)
        var nips: Set<NIP> = []
        try CSVFile.forEachRecord(path: path) { record in
            guard let known = header else {
                header = try ImportHeader(record, columns: Self.columns)
                return
            }
            guard !ImportHeader.isBlank(record) else { return }
            count += 1
            guard record.count == known.count else {
                problems.append(
                    ImportFinding(
                        line: record.line,
                        column: "",
                        .columnCount,
                        ["columns": .number(known.count), "cells": .number(record.count)]
                    )
                )
                return
            }
            var cells = ImportRow(line: record.line, columns: Self.columns, cells: known.texts(of: record))
            let row = Self.row(&cells, asOf: today)
            if let row, !nips.insert(row.nip).inserted { cells.reject("nip", .repeated) }
            problems += cells.rejections
            if let row, cells.isGood { rows.append(row) }
        }
        guard count > 0 else { throw CityError(.fileRowsMissing) }
        (self.rows, self.problems, self.count) = (rows, problems, count)
    }

    private static let columns: [ImportColumn] = [
        .required("nip"), .required("perangkatDaerah"), .optional("jabatan"), .optional("namaJabatan"),
        .optional("unorId"), .required("dasar"), .optional("sebab"), .optional("alasan"), .required("tmt"),
    ]

    private static func row(_ cells: inout ImportRow, asOf today: CivilDate) -> Row? {
        let nip = cells.nip("nip", asOf: today)
        let agency = cells.value("perangkatDaerah", .agencyUnknown) { AgencyCode($0) }
        let post = cells.value("jabatan", required: false, .numberShape) { Int64($0) }
        let (title, unit) = (cells.text("namaJabatan"), cells.text("unorId"))
        if post == nil, title == nil || unit == nil, cells.rejections.allSatisfy({ $0.column != "jabatan" }) {
            cells.reject("jabatan", .postUnnamed)
        }
        let basis = cells.value("dasar", .transferBasis) { TransferBasis(code: $0) }
        let cause = cells.value("sebab", required: false, .demotionCause) { DemotionCause(code: $0) }
        let reason = cells.text("alasan") ?? ""
        let day = cells.date("tmt", asOf: today, ahead: 1, required: true)
        guard cells.isGood, let nip, let agency, let basis, let day else { return nil }
        return Row(
            line: cells.line,
            nip: nip,
            agency: agency,
            post: post,
            title: title,
            unit: unit,
            basis: basis,
            cause: cause,
            reason: reason,
            day: day
        )
    }
}
