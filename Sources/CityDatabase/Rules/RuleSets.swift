import CSV
import Characters
public import Personnel
import Postgres
import Texts

/// The city's dated rule sets.
public struct RuleSets: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// A rule set as a list shows it.
    public struct Entry: Sendable {
        public let code: String
        public let validFrom: CivilDate
        public let basis: String
        /// How many cycles are computed with it.
        public let cycles: Int
    }

    /// All rule sets, the oldest first.
    public func list() async throws -> [Entry] {
        let rows = try await city.transaction(as: .personnel) { tx in
            try tx.all(
                """
                select r.rule_set, r.valid_from, r.basis,
                    (select count(*) from cycle c where c.rule_set = r.rule_set)
                from rule_set r order by r.valid_from
                """,
                as: (String, CivilDate, String, Int).self
            )
        }
        return rows.map { Entry(code: $0.0, validFrom: $0.1, basis: $0.2, cycles: $0.3) }
    }

    /// - Throws: `CityError` when there is none with that name, or its rows are not a valid rule set.
    public func find(_ code: String) async throws -> RuleSet {
        try await city.transaction(as: .personnel) { tx in try Self.find(code, &tx) }
    }

    /// The rule set in force on a day.
    public func find(on day: CivilDate) async throws -> RuleSet {
        try await city.transaction(as: .personnel) { tx in
            let code = try tx.optional(
                "select rule_set from rule_set where valid_from <= \(day) order by valid_from desc limit 1",
                as: String.self
            )
            guard let code else {
                throw CityError(.rulesNoneOn, ["day": "\(day)"])
            }
            return try Self.find(code, &tx)
        }
    }

    static func find(_ code: String, _ tx: inout Transaction) throws -> RuleSet {
        let tables = try read(&tx)
        guard tables.codes.contains(code) else {
            throw CityError(.rulesUnknown, ["rule_set": .text(code)])
        }
        return try Self.ruleSet(code, of: tables)
    }

    static func ruleSet(_ code: String, of tables: RuleTables) throws -> RuleSet {
        do {
            return try RuleSet(tables: tables, code: code)
        } catch {
            throw CityError(
                .rulesNotWhole,
                [
                    "rule_set": .text(code),
                    "problems": .text(error.problems.map { "  \($0)" }.joined(separator: "\n")),
                ]
            )
        }
    }

    /// All rows of all rule sets.
    public func tables() async throws -> RuleTables {
        try await city.transaction(as: .personnel) { tx in try Self.read(&tx) }
    }

    /// What does not add up in any rule set, for the same reasons for which `load` refuses it.
    static func problems(_ tx: inout Transaction) throws -> [ReferenceTable.Difference] {
        let tables = try read(&tx)
        var problems: [ReferenceTable.Difference] = []
        for code in tables.codes.sorted() {
            do {
                _ = try RuleSet(tables: tables, code: code)
            } catch {
                problems += error.problems.map {
                    let row = $0.row.isEmpty ? "" : ", \($0.row)"
                    return ReferenceTable.Difference(object: "\($0.table) rule_set=\(code)\(row)", problem: $0.reason)
                }
            }
        }
        return problems
    }

    private static func read(_ tx: inout Transaction) throws -> RuleTables {
        var tables = RuleTables([:])
        for table in RuleTable.allCases {
            let rows = try tx.all(
                """
                select array(
                    select to_jsonb(t) ->> c.name from unnest(\(table.columns)) with ordinality c (name, n) order by c.n
                )
                from \(identifier: Identifier(table.rawValue)) t
                order by 1
                """,
                as: [String].self
            )
            tables[table] = rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
        }
        return tables
    }

    /// Adds complete rule sets. One that exists already must be the same.
    ///
    /// - Returns: the names, and for each whether it was added or existed.
    /// - Throws: `CityError` when one is incomplete, or differs from the existing one; nothing is then added.
    public func load(_ tables: RuleTables, dryRun: Bool = false) async throws -> [(code: String, isNew: Bool)] {
        guard !tables.codes.isEmpty else {
            throw CityError(.rulesUnnamed)
        }
        let sets = try tables.codes.map { try Self.ruleSet($0, of: tables) }
        return try await city.transaction(as: .personnel) { tx in
            let known = try Self.read(&tx)
            var loaded: [(code: String, isNew: Bool)] = []
            for set in sets {
                if known.codes.contains(set.code) {
                    let before = try Self.ruleSet(set.code, of: known)
                    let differences = set.differences(from: before)
                    guard differences.isEmpty, before.validFrom == set.validFrom else {
                        throw CityError(.rulesDiffer, ["rule_set": .text(set.code)])
                    }
                    loaded.append((set.code, false))
                    continue
                }
                if let other = known[.ruleSet].first(where: { $0["valid_from"] == set.validFrom.iso })?["rule_set"] {
                    throw CityError(
                        .rulesSameDay,
                        ["rule_set": .text(set.code), "day": "\(set.validFrom)", "other": .text(other)]
                    )
                }
                if !dryRun {
                    for table in RuleTable.allCases {
                        let rows = tables[table].filter { $0["rule_set"] == set.code }.map { Self.stored($0, table) }
                        try ReferenceTable(table, rows).insert(&tx)
                    }
                }
                loaded.append((set.code, true))
            }
            return loaded
        }
    }

    /// The table of settings holds numbers; a file may say the word.
    private static func stored(_ row: [String: String], _ table: RuleTable) -> [String: String] {
        guard table == .setting, let name = RuleSetting.Name(rawValue: row["name", default: ""]),
            let choice = name.choices.firstIndex(of: row["value", default: ""])
        else { return row }
        return row.merging(["value": "\(choice)"]) { $1 }
    }

    /// Rule sets that every city has had from its beginning: none of these names can be the city's own.
    private static let first: Set = ["2023.1", "2026.1"]

    /// The carried rule sets in whose place the city has one of its own: of the same name, which another basis tells
    /// apart, or from the same day. The city decided first, and its cycles may be computed with it.
    static func replacedByCity(_ tx: inout Transaction) throws -> Set<String> {
        let known = try tx.all("select rule_set, valid_from, basis from rule_set", as: (String, CivilDate, String).self)
        let replaced = carried[.ruleSet]
            .filter { row in
                known.contains { code, day, basis in
                    code == row["rule_set"]
                        ? !first.contains(code) && (day.iso != row["valid_from"] || basis != row["basis"])
                        : day.iso == row["valid_from"]
                }
            }
        return Set(replaced.compactMap { $0["rule_set"] })
    }

    /// The rules that this program carries.
    public static let carried: RuleTables = {
        var tables = RuleTables([:])
        for table in RuleTable.allCases {
            guard let file = SchemaFile.all.first(where: { $0.path == "reference/\(table.rawValue).csv" }) else {
                continue
            }
            // The files are part of the program, and tests read them.
            tables[table] = (try? rows(Array(file.text.utf8), requiring: table.columns)) ?? []
        }
        return tables
    }()

    /// The newest rule set that this program carries, for use without a database.
    public static func newestCarried() throws -> RuleSet {
        let newest = carried[.ruleSet].max { ($0["valid_from"] ?? "") < ($1["valid_from"] ?? "") }
        return try ruleSet(newest?["rule_set"] ?? "", of: carried)
    }

    private static func cells(of record: borrowing CSVRecord) -> [String] {
        record.fields.map { SpreadsheetText.text(OutsideText($0).text) }
    }

    /// The rows of a CSV file by the names of its columns.
    ///
    /// - Throws: `CSVError`, or `CityError` when the header lacks a column, or a row has more or fewer cells than the
    ///   header.
    public static func rows(_ bytes: [UInt8], requiring columns: [String] = []) throws -> [[String: String]] {
        var records: [[String]] = []
        var parser = CSVParser()
        try parser.parse(bytes.span) { records.append(Self.cells(of: $0)) }
        try parser.finish { records.append(Self.cells(of: $0)) }
        let header = records.first ?? []
        let missing = columns.filter { !header.contains($0) }
        guard missing.isEmpty else {
            throw CityError(.fileColumnsMissing, ["columns": .text(missing.joined(separator: ", "))])
        }
        guard Set(header).count == header.count else { throw CityError(.fileColumnTwice) }
        return try records.dropFirst().enumerated()
            .map { number, fields in
                if let control = fields.lazy.compactMap({ $0.firstControl }).first {
                    throw CityError(.fileControl, ["row": "\(number + 2)", "character": "\(control)"])
                }
                guard fields.count == header.count else {
                    throw CityError(
                        .fileRowLength,
                        ["columns": .number(header.count), "row": "\(number + 2)", "cells": .number(fields.count)]
                    )
                }
                return Dictionary(uniqueKeysWithValues: zip(header, fields))
            }
    }
}
