import CSV
import Personnel

/// The rules as the repository's own CSV files state them, so that a vector is checked against what is installed.
enum ReferenceTables {
    static let code = "2026.1"

    static func load() throws -> RuleTables {
        var tables = RuleTables([:])
        for table in RuleTable.allCases { tables[table] = try rows(of: table) }
        return tables
    }

    static func rules() throws -> RuleSet {
        try RuleSet(tables: load(), code: code)
    }

    /// A rule set of another name.
    static func rules(named code: String) throws -> RuleSet {
        var tables = RuleTables([:])
        for table in RuleTable.allCases { tables[table] = try rows(of: table.rawValue) }
        return try RuleSet(tables: tables, code: code)
    }

    /// The rules with some cells of one row changed: the first whose cells are as `match` says.
    static func rules(
        changing table: RuleTable,
        where match: [String: String],
        to change: [String: String]
    ) throws -> RuleSet {
        var tables = try load()
        tables.change(table, where: match, to: change)
        return try RuleSet(tables: tables, code: code)
    }

    static func holidays() throws -> Set<CivilDate> {
        Set(try rows(of: "holiday").compactMap { CivilDate(iso: $0["day", default: ""]) })
    }

    /// Of this rule set alone.
    static func rows(of table: RuleTable) throws -> [[String: String]] {
        try rows(of: table.rawValue).filter { $0["rule_set"] == code }
    }

    static func rows(of table: String) throws -> [[String: String]] {
        let folder = "\(#filePath)".split(separator: "/").dropLast().map { "/\($0)" }.joined()
        var header: [String] = []
        var rows: [[String: String]] = []
        try CSVFile.forEachRecord(path: "\(folder)/../../../sql/reference/\(table).csv") { record in
            if header.isEmpty {
                header = record.fields
            } else {
                rows.append(Dictionary(uniqueKeysWithValues: zip(header, record.fields)))
            }
        }
        return rows
    }
}

extension RuleTables {
    /// Changes cells of the first row whose cells are as `match` says; a nil takes the cell away.
    mutating func change(_ table: RuleTable, where match: [String: String], to change: [String: String?]) {
        guard
            let index = self[table].firstIndex(where: { row in match.allSatisfy { row[$0.key] == $0.value } })
        else { preconditionFailure("no row of \(table.rawValue) is \(match)") }
        for (column, cell) in change { self[table][index][column] = cell }
    }

    /// Takes out the rows whose cells are as `match` says.
    mutating func remove(_ table: RuleTable, where match: [String: String]) {
        self[table].removeAll { row in match.allSatisfy { row[$0.key] == $0.value } }
    }
}
