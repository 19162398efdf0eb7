import CSV
import Characters
public import Personnel
import Postgres
import Texts

extension Transfers {
    /// The national rules, with what the city says of them, and the city's own conditions.
    ///
    /// - Parameter day: decides which rule set gives the settings that rules compare with.
    public func rules(on day: CivilDate) async throws -> TransferRuleSet {
        let settings = try await RuleSets(city).find(on: day)
        return try await city.transaction(as: .personnel, options: .reading) { tx in
            try TransferRuleSet(
                settings,
                rows: try Self.stored(.transferRule, &tx),
                conditions: try Self.stored(.localCondition, &tx)
            )
        }
    }

    /// Adds rows to what the city says of the rules. Those that are on record already are left alone.
    ///
    /// - Parameters:
    ///   - rows: a column's name → the cell's text.
    ///   - dryRun: does everything, keeps nothing.
    /// - Returns: how many are new.
    /// - Throws: `RuleSet.Invalid` with everything that is wrong with the rows, alone or beside those on record; nothing
    ///   is then added.
    public func addRules(
        _ rows: [[String: String]],
        to table: TransferRuleTable,
        on day: CivilDate,
        dryRun: Bool = false
    ) async throws -> Int {
        let settings = try await RuleSets(city).find(on: day)
        return try await city.transaction(as: .personnel, dryRun: dryRun) { tx in
            var known: [TransferRuleTable: [[String: String]]] = [:]
            for table in TransferRuleTable.allCases { known[table] = try Self.stored(table, &tx) }
            let former = Set(known[table, default: []])
            let new = rows.map { row in row.filter { table.columns.contains($0.key) } }.filter { !former.contains($0) }
            known[table, default: []] += new
            _ = try TransferRuleSet(
                settings,
                rows: known[.transferRule, default: []],
                conditions: known[.localCondition, default: []]
            )
            for row in new { try Self.insert(row, table, &tx) }
            return new.count
        }
    }

    private static func insert(
        _ row: [String: String],
        _ table: TransferRuleTable,
        _ tx: inout Transaction
    ) throws {
        func cell(_ column: String) -> String { row[column, default: ""] }
        switch table {
        case .transferRule:
            try tx.execute(
                """
                insert into transfer_rule (rule, direction, level, effect, parameter, valid_from, source)
                values (
                    \(cell("rule")), \(cell("direction")), \(cell("level")), \(cell("effect")), \(cell("parameter")),
                    \(cell("valid_from"))::text::date, \(cell("source"))
                )
                """
            )
        case .localCondition:
            try tx.execute(
                """
                insert into local_condition (
                    condition, fact, comparison, value, direction, level, effect, exception, valid_from, source
                )
                values (
                    \(cell("condition")), \(cell("fact")), \(cell("comparison")), \(cell("value")), \(cell("direction")),
                    \(cell("level")), \(cell("effect")), \(cell("exception")), \(cell("valid_from"))::text::date,
                    \(cell("source"))
                )
                """
            )
        }
    }

    private static func stored(_ table: TransferRuleTable, _ tx: inout Transaction) throws -> [[String: String]] {
        let rows: [[String]] = try tx.all(
            """
            select array(
                select coalesce(to_jsonb(t) ->> c.name, '')
                from unnest(\(table.columns)) with ordinality c (name, n) order by c.n
            )
            from \(identifier: Identifier(table.rawValue)) t
            order by 1
            """,
            as: [String].self
        )
        return rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
    }
}

/// A CSV file with rows of one of the tables of a city's rules of transfers.
public struct TransferRuleFile: Sendable {
    /// As its header says: a column `condition` makes it the city's own conditions.
    public let table: TransferRuleTable
    /// A column's name → the cell's text; columns that may be empty may be missing.
    public let rows: [[String: String]]

    /// - Throws: `CSVError` or `CityError`; a file is read whole or refused.
    public init(path: String) throws {
        var names: [String]?
        var read: [[String: String]] = []
        try CSVFile.forEachRecord(path: path) { record in
            let cells = record.fields.map { OutsideText(SpreadsheetText.text(OutsideText($0).text)).text }
            guard let header = names else {
                names = cells.map { $0.lowercased() }
                return
            }
            guard !cells.allSatisfy(\.isEmpty) else { return }
            guard cells.count == header.count else {
                throw CityError(
                    .fileRowLength,
                    ["columns": .number(header.count), "row": "\(record.line)", "cells": .number(cells.count)]
                )
            }
            if let control = cells.lazy.compactMap({ $0.firstControl }).first {
                throw CityError(.fileControl, ["row": "\(record.line)", "character": "\(control)"])
            }
            read.append(Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first }))
        }
        let header = names ?? []
        guard Set(header).count == header.count else { throw CityError(.fileColumnTwice) }
        table = header.contains("condition") ? .localCondition : .transferRule
        let missing = table.columns.filter { !header.contains($0) && !["direction", "level"].contains($0) }
        guard missing.isEmpty else {
            throw CityError(.fileColumnsMissing, ["columns": .text(missing.joined(separator: ", "))])
        }
        guard !read.isEmpty else { throw CityError(.fileRowsMissing) }
        rows = read.map { row in row.merging(["direction": "", "level": ""]) { cell, _ in cell } }
    }
}
