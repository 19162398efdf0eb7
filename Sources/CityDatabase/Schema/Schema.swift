import Postgres
import Texts

/// The city's schema: created, brought up to date, and checked.
public struct Schema: Sendable {
    let city: CityDatabase
    let files: [SchemaFile]
    let former: FormerObjects
    let patience: LockPatience

    /// - Parameter patience: how long its changes wait for what other sessions hold.
    public init(_ city: CityDatabase, patience: LockPatience = LockPatience()) {
        self.init(city, files: SchemaFile.all, patience: patience)
    }

    init(
        _ city: CityDatabase,
        files: [SchemaFile],
        former: FormerObjects = .known,
        patience: LockPatience = LockPatience()
    ) {
        self.city = city
        self.files = files
        self.former = former
        self.patience = patience
    }

    /// Steps of a change of the schema, for people who wait for it.
    public enum Step: Sendable {
        /// A file of `sql/`.
        case applied(String)
        /// An object that an older version made and this one no longer has: "function score_appraisals(integer)".
        case dropped(String)
        /// A role that differed from the city's rows.
        case mended(String)
        /// Another session holds what the next file needs; each session is named once. Nil where it cannot be found out
        /// which.
        case waiting(SessionAhead?)
    }

    public typealias Report = @Sendable (Step) -> Void

    /// Applies pending files, each in a transaction of its own under one advisory lock; returns what was applied. Then
    /// it drops objects that older versions made and this one no longer has.
    ///
    /// Two migrations at once take turns. An interrupted migration leaves the files before it applied and nothing of
    /// its own. A migration that changed or is missing after it was applied is an error that names it.
    ///
    /// - Throws: `CityError` also when `definers/` changed, after everything else is applied: `create` applies them; of
    ///   kind `busy` when others hold what it needs for longer than `patience`.
    @discardableResult
    public func migrate(_ report: @escaping Report = { _ in }) async throws -> [String] {
        try await requireRoles()
        let waiting = LockWaiting(city, patience, asking: .owner, report)
        let done = try await apply(as: .owner, waiting, report) { $0.kind != .definer }
        guard try await status().allSatisfy({ $0.state == .applied }) else {
            throw CityError(.schemaDefinersDiffer)
        }
        try await dropFormer(as: .owner, waiting, report)
        return done
    }

    /// Files of a newer version grant to roles that only a superuser can make: this error comes before any of them is
    /// applied.
    private func requireRoles() async throws {
        let roles = City.roleWords.map { "\(city.name)_\($0)" }
        let missing = try await city.transaction(as: .owner, options: TransactionOptions(readOnly: true)) { tx in
            let exists = try tx.one("select to_regclass('applied_file') is not null", as: Bool.self)
            guard exists else {
                throw CityError(.databaseCityMissing, ["city": .text(city.name)])
            }
            return try tx.all(
                "select r from unnest(\(roles)) r where to_regrole(quote_ident(r)) is null",
                as: String.self
            )
        }
        guard missing.isEmpty else {
            throw CityError(.schemaRolesMissing, ["roles": .text(missing.joined(separator: ", "))])
        }
    }

    /// Creates roles, schema, and the functions that act above their caller, as the login itself, which must be a
    /// superuser; applies pending files between the two. Then it makes the roles of agencies and logins match the
    /// city's rows. Running it again changes nothing.
    ///
    /// - Throws: `CityError` also for a city whose name is a word of the schema: see `requireUsableName`.
    @discardableResult
    public func create(_ report: @escaping Report = { _ in }) async throws -> [String] {
        try await requireUsableName()
        let waiting = LockWaiting(city, patience, asking: nil, report)
        try await createRoles(waiting)
        let done =
            try await apply(as: .owner, waiting, report) { $0.kind != .definer }
            + apply(as: nil, waiting, report) { $0.kind == .definer }
        try await makeWindows(waiting)
        try await dropFormer(as: nil, waiting, report)
        try await mendAgencyRoles(waiting).forEach { report(.mended($0)) }
        return done
    }

    /// Every file that is carried or was applied, in the order of application.
    public func status() async throws -> [FileStatus] {
        try await city.transaction(as: .owner, options: TransactionOptions(readOnly: true)) { tx in
            try self.status(&tx)
        }
    }

    /// Whether the database is at this program's version, on a server that keeps agencies apart; for programs that refuse
    /// to start otherwise.
    public func requireCurrent(as principal: Principal) async throws {
        let status: [FileStatus]
        do {
            status = try await city.transaction(as: principal) { tx in
                try ServerVersion.require(&tx)
                return try self.status(&tx)
            }
        } catch let error as PostgresError where error.sqlState == .undefinedTable {
            status = []
        }
        guard !status.isEmpty, status.allSatisfy({ $0.state == .applied }) else {
            throw CityError(.schemaNotCurrent, ["city": .text(city.name)])
        }
    }

    // MARK: -

    /// Refuses a name that is a word of the schema or of SQL, or the beginning of one before an underscore: in the text
    /// of a function or a policy it would look like the city's name, and `sql/catalog.sql` could not compare the text.
    private func requireUsableName() async throws {
        let name = city.name
        let isKeyword = try await city.database.transaction(as: .login) { tx in
            try tx.one(
                "select exists (select from pg_get_keywords() where word = \(name) or starts_with(word, \(name + "_")))",
                as: Bool.self
            )
        }
        let isWord = SchemaFile.made.contains { file in
            file.words.contains { $0 == name || $0.hasPrefix(name + "_") }
        }
        guard isKeyword || isWord else { return }
        throw CityError(.cityNameReserved, ["name": .text(name)])
    }

    private func createRoles(_ waiting: LockWaiting) async throws {
        let script = SQLScript(name: "roles.sql", uncheckedText: SchemaFile.roles.naming(city.identity))
        try await waiting.transaction(as: .login, for: "roles.sql") { tx in
            try ServerVersion.require(&tx)
            try CityPlace(city: city.identity).require(&tx)
            try tx.run(script)
        }
    }

    /// Runs as the login itself: the windows belong to a role that nobody can take.
    private func makeWindows(_ waiting: LockWaiting) async throws {
        let script = SQLScript(name: "windows.sql", uncheckedText: SchemaFile.windows.naming(city.identity))
        try await waiting.transaction(as: scope(of: nil), for: "windows.sql") { tx in
            try takeTurns(&tx)
            try tx.run(script)
        }
    }

    /// The checks whose findings `agency_roles.sql` mends.
    private static let mendable = ["agency_role_missing", "login_settings"]

    /// The roles that were mended.
    private func mendAgencyRoles(_ waiting: LockWaiting) async throws -> [String] {
        let script = SQLScript(name: "agency_roles.sql", uncheckedText: SchemaFile.agencyRoles.naming(city.identity))
        let checks = CatalogCheck(city)
        return try await waiting.transaction(as: scope(of: nil), for: "agency_roles.sql") { tx in
            let before = try await checks.findings(of: Self.mendable, in: &tx)
            try tx.run(script)
            let after = try await checks.findings(of: Self.mendable, in: &tx)
            return Set(Set(before).subtracting(after).map(\.object)).sorted()
        }
    }

    private func apply(
        as principal: Principal?,
        _ waiting: LockWaiting,
        _ report: Report,
        _ isWanted: @Sendable (SchemaFile) -> Bool
    ) async throws -> [String] {
        let scope = scope(of: principal)
        var done: [String] = []
        while let next = try await applyNext(scope, waiting, isWanted) {
            next.dropped.forEach { report(.dropped($0)) }
            report(.applied(next.path))
            done.append(next.path)
        }
        return done
    }

    /// Drops what is left of older versions, after all of this one is applied.
    private func dropFormer(as principal: Principal?, _ waiting: LockWaiting, _ report: Report) async throws {
        let dropped = try await waiting.transaction(as: scope(of: principal), for: "what older versions left") { tx in
            try takeTurns(&tx)
            return try await former.drop(&tx)
        }
        dropped.forEach { report(.dropped($0)) }
    }

    /// As the login itself without a principal.
    func scope(of principal: Principal?) -> Scope {
        principal?.scope(in: city.identity)
            ?? Scope(role: nil, searchPath: [Identifier(city.name), "pg_temp"])
    }

    /// Lets one run at a time in a city.
    func takeTurns(_ tx: inout Transaction) throws {
        try tx.execute("select pg_advisory_xact_lock(hashtext('mutasi schema'), hashtext(\(city.name)))")
    }

    private func applyNext(
        _ scope: Scope,
        _ waiting: LockWaiting,
        _ isWanted: @Sendable (SchemaFile) -> Bool
    ) async throws -> (path: String, dropped: [String])? {
        try await waiting.transaction(as: scope, for: "the next file") { tx -> (path: String, dropped: [String])? in
            try ServerVersion.require(&tx)
            try takeTurns(&tx)
            let status = try self.status(&tx)
            if let broken = status.first(where: { $0.state == .changed || $0.state == .missing }) {
                throw CityError(
                    broken.state == .changed ? .schemaFileChanged : .schemaFileMissing,
                    ["file": .text(broken.path)]
                )
            }
            // Files that this version no longer has need no drop: migrations took away what they made.
            let retired = status.filter { $0.state == .retired }.map(\.path)
            if !retired.isEmpty { try tx.execute("delete from applied_file where path = any (\(retired))") }
            let pending = Set(status.filter { $0.state == .pending }.map(\.path))
            guard let file = files.first(where: { pending.contains($0.path) && isWanted($0) }),
                let sha256 = status.first(where: { $0.path == file.path })?.sha256
            else { return nil }
            let start = ContinuousClock.now
            let dropped = try await apply(file, &tx)
            let took = Int32((ContinuousClock.now - start) / .milliseconds(1))
            try tx.execute(
                """
                insert into applied_file (path, sha256, milliseconds)
                values (\(file.path), \(sha256), \(took))
                on conflict (path) do update
                set sha256 = excluded.sha256, milliseconds = excluded.milliseconds, applied_at = now(),
                    applied_by = session_user
                """
            )
            return (file.path, dropped)
        }
    }

    /// Returns the older objects that it dropped: functions of the file with other parameters.
    @discardableResult
    func apply(_ file: SchemaFile, _ tx: inout Transaction) async throws -> [String] {
        if file.kind == .reference {
            try ReferenceTable(file).load(&tx)
            return []
        }
        let text = file.text.naming(city.identity)
        var dropped: [String] = []
        do {
            if file.kind == .policy { try dropPolicies(of: file.table, &tx) }
            if file.kind == .definer || file.kind == .routine {
                dropped = try await former.overloads(of: file).drop(&tx)
            }
            try tx.run(SQLScript(name: file.path, uncheckedText: text))
            if file.kind == .definer || file.kind == .routine {
                try giveFunctions(of: file, &tx)
                // Run once more, for the rights that it grants: the dropped functions took theirs along.
                try tx.run(SQLScript(name: file.path, uncheckedText: text))
            }
            return dropped
        } catch let error as PostgresError {
            // A temporary error is not the fault of the file.
            guard let diagnostic = error.diagnostic, error.remedy == .setup || error.remedy == .data else {
                throw error
            }
            let line = diagnostic.position.map { text.prefix($0 - 1).count { $0 == "\n" } + 1 }
            throw CityError(
                .schemaFileRefused,
                ["file": "\(file.path)\(line.map { ":\($0)" } ?? "")", "reason": .text(diagnostic.summary)]
            )
        }
    }

    /// Drops the table's policies first: its policy file is complete.
    private func dropPolicies(of table: Identifier, _ tx: inout Transaction) throws(PostgresError) {
        let policies = try tx.all(
            "select polname from pg_policy where polrelid = to_regclass(quote_ident(\(table.name)))",
            as: String.self
        )
        for policy in policies {
            try tx.execute("drop policy \(identifier: Identifier(policy)) on \(identifier: table)")
        }
    }

    /// Gives the functions that this transaction made or replaced to the owner that the file names, and takes every
    /// right to them from everybody else.
    private func giveFunctions(of file: SchemaFile, _ tx: inout Transaction) throws {
        guard let owner = file.functionOwner?.naming(city.identity) else {
            throw CityError(.schemaOwnerUnnamed, ["file": .text(file.path)])
        }
        let statements = try tx.all(
            """
            with made as (
                select p.oid::regprocedure as name, p.proowner, p.proacl from pg_proc p
                where p.pronamespace = current_schema()::regnamespace and p.xmin = pg_current_xact_id()::xid
            )
            select format('alter function %s owner to %I', f.name, \(owner)) from made f
            union all
            select format('revoke all on function %s from %s', f.name, coalesce(quote_ident(r.rolname), 'public'))
            from made f
            cross join lateral aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) x
            left join pg_roles r on r.oid = x.grantee
            union all
            select format('grant execute on function %s to %I', f.name, \(owner)) from made f
            """,
            as: String.self
        )
        try tx.run(
            SQLScript(name: "functions of \(file.path)", uncheckedText: statements.joined(separator: ";\n"))
        )
    }

    private func status(_ tx: inout Transaction) throws -> [FileStatus] {
        let hashes = try tx.all(
            """
            select encode(sha256(convert_to(text, 'UTF8')), 'hex')
            from unnest(\(files.map(\.text))) with ordinality as f (text, position)
            order by position
            """,
            as: String.self
        )
        let exists = try tx.one("select to_regclass('applied_file') is not null", as: Bool.self)
        let applied =
            exists ? try tx.all("select path, sha256 from applied_file", as: (String, String).self) : []
        let known = Dictionary(applied) { first, _ in first }
        let carried = zip(files, hashes)
            .map { file, hash in
                let state: FileStatus.State =
                    switch known[file.path] {
                    case nil: .pending
                    case hash: .applied
                    default: file.isRepeatable ? .pending : .changed
                    }
                return FileStatus(path: file.path, sha256: hash, state: state)
            }
        let paths = Set(files.map(\.path))
        let missing = applied.filter { !paths.contains($0.0) }
            .map { FileStatus(path: $0.0, sha256: $0.1, state: $0.0.hasPrefix("migrations/") ? .missing : .retired) }
        return carried + missing.sorted { $0.path < $1.path }
    }
}

/// The state of a file of `sql/`.
public struct FileStatus: Sendable, Hashable {
    public enum State: String, Sendable {
        case applied
        /// Not applied yet, or a repeatable file that changed since.
        case pending
        /// A migration whose text is not the one that was applied.
        case changed
        /// A migration that was applied, but that this program does not carry.
        case missing
        /// A file that an older version applied again and again, and this one no longer has; migrating forgets it.
        case retired
    }

    public let path: String
    public let sha256: String
    public let state: State
}
