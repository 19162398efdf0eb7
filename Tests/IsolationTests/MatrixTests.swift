import LocalServer
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

/// Every table, by every role, through every door, for rows of three agencies.
@Suite("Access matrix", .timeLimit(.minutes(20)))
struct MatrixTests {
    /// A table as the catalog has it, and a row of it for each agency.
    private struct Table: Sendable {
        let name: String
        let isOfAgencies: Bool
        /// Of several tables: nobody writes through it.
        let isView: Bool
        /// All but the identity.
        let columns: [String]
        /// Columns to insert, to update, for each role of the city, as the catalog grants them.
        let insertable: [String: [String]]
        let updatable: [String: [String]]
        /// By agency, 0 for a table of the city; as JSON.
        let rows: [Int32: String]
    }

    @Test("through each door, each command on each table does what the table of access says, and nothing else")
    func matrix() async throws {
        let stage = try await IsolationStage.make()
        let tables = try await tables(stage)
        let unknown = Set(tables.map(\.name)).symmetricDifference(AccessTable.letters.keys)
        #expect(unknown.isEmpty, "tables without an expectation, or expected and not there")
        let roles = Set(CityRole.all.map(\.word)).symmetricDifference(AccessTable.roles)
        #expect(roles.isEmpty, "roles without an expectation, or expected and not there")
        _ = try await Agencies(stage.city.database).suspend(stage.agencies[2].code)
        let server = TestServer.shared.server
        try await PgBouncer.with(server: server.directory, users: ["medan_admin"]) { bouncer in
            let doors = doors(stage, bouncer)
            for door in doors {
                for table in tables where AccessTable.letters[table.name] != nil {
                    try await check(table, door, stage)
                }
            }
            for door in doors { door.database.close() }
        }
    }

    // MARK: - Doors

    private func doors(_ stage: IsolationStage, _ bouncer: PgBouncer) -> [Door] {
        let admin = stage.city.connections
        let own = stage.own.id
        let login = stage.logins[0]
        let direct = Database(
            ConnectionOptions(uri: stage.city.uri(user: login.role) + "&password=\(login.password ?? "")"),
            limits: PoolLimits(maximum: 1)
        )
        let path: [Identifier] = ["medan", "pg_temp"]
        let pool = Scope(role: "medan_pool", searchPath: path)
        var doors = [
            Door(name: "login", role: "agency", database: direct, scope: .login, reach: [own]),
            Door(
                name: "login that names another agency",
                role: "agency",
                database: direct,
                scope: .login,
                prelude: "set local mutasi.agency = '\(stage.foreign.id)'",
                reach: [own]
            ),
        ]
        let bounced = Database(
            ConnectionOptions(
                uri: bouncer.uri(database: stage.city.name, user: "medan_admin"),
                statementMode: .unnamed
            ),
            limits: PoolLimits(maximum: 1)
        )
        for (name, database) in [("pool", admin), ("pool through PgBouncer", bounced)] {
            doors.append(
                Door(
                    name: name,
                    role: "pool",
                    database: database,
                    scope: Principal.agency(own).scope(in: .medan),
                    reach: [own]
                )
            )
            for (value, words) in [
                (nil, "no agency"), ("", "an empty agency"), ("x", "junk"), ("999999999", "an unknown agency"),
                ("0\(own)", "a disguised number"), ("\(stage.agencies[2].id)", "a suspended agency"),
            ] {
                doors.append(
                    Door(
                        name: "\(name) with \(words)",
                        role: "pool",
                        database: database,
                        scope: pool,
                        prelude: value.map { "set local mutasi.agency = '\($0)'" },
                        reach: []
                    )
                )
            }
        }
        // Those that nobody can take, as the functions and windows that they own do. The setting binds those alone that compare
        // with it.
        return doors
            + CityRole.all.filter { !["agency", "pool"].contains($0.word) }
            .map { role in
                Door(
                    name: role.word,
                    role: role.word,
                    database: role.takenBy.isEmpty ? stage.city.superuser : admin,
                    scope: Scope(
                        role: Identifier("medan_\(role.word)"),
                        searchPath: path,
                        settings: [Scope.Setting("mutasi.agency", Int(own))]
                    ),
                    reach: role.boundBy.map { $0 == "pool_agency" ? [own] : [] }
                )
            }
    }

    // MARK: - Tables

    private func tables(_ stage: IsolationStage) async throws -> [Table] {
        let superuser = stage.city.superuser
        defer { superuser.close() }
        return try await superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { tx in
            let names = try tx.all(
                """
                select c.relname, exists (
                    select from pg_attribute a
                    where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
                ), c.relkind = 'v'
                from pg_class c
                where c.relnamespace = 'medan'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
                order by 1
                """,
                as: (String, Bool, Bool).self
            )
            // Through a window nobody sees anything but a login of an agency: its rows are its table's.
            return try names.map { name, hasAgency, isView in
                let isOfAgencies = hasAgency && !AccessTable.cityWide.contains(name)
                return try Table(
                    name: name,
                    isOfAgencies: isOfAgencies,
                    isView: isView,
                    columns: tx.all(
                        """
                        select attname from pg_attribute
                        where attrelid = \(name)::regclass and attnum > 0 and not attisdropped and attidentity = ''
                        """,
                        as: String.self
                    ),
                    insertable: columns(name, "INSERT", &tx),
                    updatable: columns(name, "UPDATE", &tx),
                    rows: rows(name.hasPrefix("own_") ? String(name.dropFirst(4)) : name, isOfAgencies, &tx)
                )
            }
        }
    }

    /// Columns by role; identity columns cannot be given.
    private func columns(
        _ table: String,
        _ right: String,
        _ tx: inout Transaction
    ) throws -> [String: [String]] {
        let granted = try tx.all(
            """
            select r, a.attname from unnest(\(AccessTable.roles)) r
            join pg_attribute a on a.attrelid = \(table)::regclass and a.attnum > 0 and not a.attisdropped
            where a.attidentity = '' and has_column_privilege('medan_' || r, a.attrelid, a.attname, \(right))
            order by 1, a.attnum
            """,
            as: (String, String).self
        )
        return Dictionary(grouping: granted, by: \.0).mapValues { $0.map(\.1) }
    }

    private func rows(_ table: String, _ isOfAgencies: Bool, _ tx: inout Transaction) throws -> [Int32: String] {
        let table = Identifier(table)
        let key: SQL = isOfAgencies ? "t.agency_id" : "0"
        let found = try tx.all(
            """
            select distinct on (1) \(fragment: key)::integer, to_jsonb(t)::text
            from \(identifier: table) t order by 1
            """,
            as: (Int32, String).self
        )
        return Dictionary(uniqueKeysWithValues: found)
    }

    // MARK: - One table through one door

    private func check(_ table: Table, _ door: Door, _ stage: IsolationStage) async throws {
        let letters = AccessTable.letters[table.name]?[door.role] ?? []
        let agencies = table.isOfAgencies ? stage.agencies.map(\.id) : [0]
        for agency in agencies {
            #expect(table.rows[agency] != nil || !table.isOfAgencies, "\(table.name) has no row of agency \(agency)")
            let isReached = !table.isOfAgencies || door.reach?.contains(agency) ?? true
            let outcomes = try await door.attempt([
                read(table, agency), insert(table, agency, door.role), update(table, agency, door.role),
            ])
            let title = "\(door.name): \(table.name), agency \(agency)"
            expect(
                outcomes[0],
                !letters.isDisjoint(with: "rs"),
                isReached && table.rows[agency] != nil,
                "\(title): select"
            )
            if table.isView {
                let words: Set<SQLState> = [.insufficientPrivilege, SQLState("55000")]
                for case let (outcome, command) in zip(outcomes.dropFirst(), ["insert", "update"]) {
                    #expect(words.contains { outcome == .refused($0) }, "\(title): \(command): \(outcome)")
                }
                continue
            }
            expectInsert(outcomes[1], letters.contains("i") && isReached, "\(title): insert")
            expect(outcomes[2], letters.contains("u"), isReached && table.rows[agency] != nil, "\(title): update")
        }
        guard !table.isView else { return }
        let name = Identifier(table.name)
        let outcomes = try await door.attempt([
            { tx in try tx.execute("delete from \(identifier: name)") },
            { tx in try tx.execute("truncate \(identifier: name)") },
            { tx in try tx.execute("lock table \(identifier: name) in access exclusive mode") },
            { tx in
                var lines = 0
                try tx.copyOut("copy \(identifier: name) to stdout") { _ in lines += 1 }
                return lines
            },
            { tx in try tx.one("select count(*) from \(identifier: name)", as: Int.self) },
            { tx in
                try tx.one(
                    """
                    select count(*) from unnest(array['references', 'trigger']) as right_of (word)
                    where has_table_privilege(\(name.name), word)
                    """,
                    as: Int.self
                )
            },
        ])
        let title = "\(door.name): \(table.name)"
        // COPY shows what select shows, a line a row, and needs all columns.
        let copied = letters.contains("s") ? .refused(.insufficientPrivilege) : outcomes[4]
        #expect(outcomes[3] == copied, "\(title): copy")
        // The owner's rights stand in no policy, and nobody but migrations takes its role.
        guard door.role != "owner" else { return }
        if letters.contains("d") {
            #expect(outcomes[0] != .refused(.insufficientPrivilege), "\(title): delete")
        } else {
            #expect(outcomes[0] == .refused(.insufficientPrivilege), "\(title): delete")
            #expect(outcomes[2] == .refused(.insufficientPrivilege), "\(title): lock")
        }
        #expect(outcomes[1] == .refused(.insufficientPrivilege), "\(title): truncate")
        #expect(outcomes[5] == .rows(0), "\(title): references, trigger")
    }

    private func expect(_ outcome: Door.Outcome, _ isAllowed: Bool, _ findsRows: Bool, _ title: String) {
        switch outcome {
        case .rows(0): #expect(!(isAllowed && findsRows), "\(title): nothing seen")
        case .rows: #expect(isAllowed && findsRows, "\(title): \(outcome)")
        case .refused(let state):
            // A check or a trigger may refuse the change of a row that was reached.
            #expect(
                !isAllowed ? state == .insufficientPrivilege : findsRows && !state.code.hasPrefix("42"),
                "\(title): \(outcome)"
            )
        }
    }

    /// One that is let through the policy may still collide with the row that is there.
    private func expectInsert(_ outcome: Door.Outcome, _ isAllowed: Bool, _ title: String) {
        switch outcome {
        case .rows: #expect(isAllowed, "\(title): \(outcome)")
        case .refused(let state): #expect(isAllowed != (state == .insufficientPrivilege), "\(title): \(outcome)")
        }
    }

    private typealias Statement = @Sendable (inout Transaction) throws -> Int

    private func read(_ table: Table, _ agency: Int32) -> Statement {
        let name = Identifier(table.name)
        let isOfAgencies = table.isOfAgencies
        return { tx in
            guard isOfAgencies else { return try tx.one("select count(*) from \(identifier: name)", as: Int.self) }
            return try tx.one("select count(*) from \(identifier: name) where agency_id = \(agency)", as: Int.self)
        }
    }

    /// The agency's row once more, from outside of the table, in the columns that are granted.
    private func insert(_ table: Table, _ agency: Int32, _ role: String) -> Statement {
        let name = Identifier(table.name)
        let row = JSONDocument(text: table.rows[agency] ?? table.rows.values.first ?? "{}")
        let columns = (table.insertable[role] ?? table.columns).map { Identifier($0) }
        return { tx in
            try tx.execute(
                """
                insert into \(identifier: name) (\(identifiers: columns))
                select \(identifiers: columns) from jsonb_populate_record(null::\(identifier: name), \(row))
                """
            )
        }
    }

    private func update(_ table: Table, _ agency: Int32, _ role: String) -> Statement {
        let name = Identifier(table.name)
        let column = Identifier(table.updatable[role]?.last ?? table.columns[0])
        let isOfAgencies = table.isOfAgencies
        return { tx in
            let change: SQL = "update \(identifier: name) set \(identifier: column) = \(identifier: column)"
            guard isOfAgencies else { return try tx.execute(change) }
            return try tx.execute("\(fragment: change) where agency_id = \(agency)")
        }
    }
}
