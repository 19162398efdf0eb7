import Postgres

/// What was mended in a city's schema, and what is left.
public struct SchemaMending: Sendable {
    /// Files that were applied again, in this order; none when nothing differed, or when they cannot mend any of it.
    public let files: [String]
    /// How many objects of the catalog and rows of reference data still differ: `CatalogCheck` names them.
    public let remaining: Int
}

extension Schema {
    /// Restores what differs from this program's SQL, as far as applying files again can do it: functions, triggers,
    /// policies, views, grants, and rows of reference data. Runs as the login itself, which must be a superuser, after
    /// everything is applied. It drops only policies, and functions that older versions made.
    public func mend(_ report: @escaping Report = { _ in }) async throws -> SchemaMending {
        let before = try await differences()
        var kinds: Set<SchemaFile.Kind> = []
        let isLasting = { (difference: SchemaCatalog.Difference) in
            Self.lasting.contains(difference.object.kind)
                // A policy that no file has is dropped when its table's file is applied.
                || difference.change == .foreign && difference.object.kind != "policy"
        }
        if !before.objects.allSatisfy(isLasting) {
            kinds.formUnion([.routine, .policy, .definer])
        }
        if before.rows > 0 { kinds.insert(.reference) }
        guard !kinds.isEmpty else { return SchemaMending(files: [], remaining: before.objects.count + before.rows) }
        let waiting = LockWaiting(city, patience, asking: nil, report)
        var done: [String] = []
        for file in files where kinds.contains(file.kind) {
            let scope = scope(of: file.kind == .definer ? nil : .owner)
            let dropped = try await waiting.transaction(as: scope, for: file.path) { tx in
                try takeTurns(&tx)
                return try await apply(file, &tx)
            }
            dropped.forEach { report(.dropped($0)) }
            report(.applied(file.path))
            done.append(file.path)
        }
        let after = try await differences()
        return SchemaMending(files: done, remaining: after.objects.count + after.rows)
    }

    /// Migrations made them: no file that is applied again touches them.
    private static let lasting: Set<String> = ["constraint", "index", "type"]

    private func differences() async throws -> (objects: [SchemaCatalog.Difference], rows: Int) {
        try await city.transaction(as: .owner, options: TransactionOptions(readOnly: true)) { tx in
            let rows = try ReferenceTable.carried.reduce(0) { count, table in
                try count + table.differences(&tx).count
            }
            return (try SchemaCatalog(of: city.identity, &tx).differences(from: .carried), rows)
        }
    }
}
