/// One connection's conversation with the server, confined to its thread.
final class Session {
    private let connection: PGConnection
    private var statements: StatementCache
    private var opening: [String] = []
    private var timeout = Duration.seconds(30)
    private(set) var isOpen = false
    private(set) var isPoisoned = false
    var depth = 0

    init(_ options: ConnectionOptions, signal: CancelSignal) throws(PostgresError) {
        connection = try PGConnection(options, signal: signal)
        statements = StatementCache(capacity: options.statementMode == .prepared ? 128 : 0)
    }

    var isUsable: Bool { !isPoisoned && connection.isIdle }
    var wasClosedByServer: Bool { connection.wasClosedByServer }
    var serverVersion: Int { connection.serverVersion }

    private var deadline: Deadline { Deadline(after: timeout + .seconds(5)) }

    // MARK: - Begin and end

    /// Nothing is sent yet: begin, scope and the first statement travel together.
    func begin(_ scope: Scope, _ options: TransactionOptions) {
        timeout = options.timeout
        opening = options.statements + scope.statements
        isOpen = false
        depth = 0
        connection.isCancellable = true
    }

    func commit() throws(PostgresError) {
        guard isOpen else { return }
        isOpen = false
        connection.isCancellable = false
        guard !isPoisoned else { throw PostgresError(.connectionLost("before the commit was sent")) }
        let result: PGResultReference
        do {
            result = try roundTrip { () throws(PostgresError) in try connection.send("commit", []) }
        } catch {
            if case .connectionLost = error.kind { throw PostgresError(.commitOutcomeUnknown) }
            if case .deadlineExceeded = error.kind { throw PostgresError(.commitOutcomeUnknown) }
            throw error
        }
        guard result.value.commandTag == "COMMIT" else { throw PostgresError(.commitRolledBack) }
    }

    /// A failing rollback poisons the connection; the error that caused the rollback is the one to report.
    func rollback() {
        guard isOpen else { return }
        isOpen = false
        connection.isCancellable = false
        do throws(PostgresError) {
            _ = try roundTrip { () throws(PostgresError) in try connection.send("rollback", []) }
        } catch {
            isPoisoned = true
        }
    }

    /// As `rollback`: the error that caused it is the one to report.
    func rollback(to savepoint: Identifier) {
        connection.isCancellable = false
        defer { connection.isCancellable = true }
        let text = "rollback to savepoint \(savepoint.quoted)"
        do throws(PostgresError) {
            _ = try roundTrip { () throws(PostgresError) in try connection.send(text, []) }
        } catch {
            isPoisoned = true
        }
    }

    // MARK: - Statements

    @discardableResult
    func query(_ sql: SQL) throws(PostgresError) -> PGResultReference {
        let (text, parameters) = try render(sql)
        let key = StatementCache.Key(text: text, types: parameters.map(\.oid))
        let use = statements.use(key)
        do throws(PostgresError) {
            guard isOpen else { return try openWith(text, parameters, use) }
            switch use {
            case .unnamed:
                return try roundTrip { () throws(PostgresError) in try connection.send(text, parameters) }
            case .prepare(let name):
                _ = try roundTrip { () throws(PostgresError) in
                    try connection.sendPrepare(name, text, key.types)
                }
                statements.didPrepare(key, as: name)
                return try roundTrip { () throws(PostgresError) in try connection.sendPrepared(name, parameters) }
            case .prepared(let name):
                return try roundTrip { () throws(PostgresError) in try connection.sendPrepared(name, parameters) }
            }
        } catch {
            switch error.sqlState?.code {
            case "0A000": statements.forget(key)
            case "26000": statements.forgetAll()
            default: break
            }
            throw error
        }
    }

    /// The protocol counts parameters in 16 bits.
    private func render(_ sql: SQL) throws(PostgresError) -> (text: String, parameters: [Parameter]) {
        let statement = sql.rendered()
        guard statement.parameters.count <= Int(UInt16.max) else {
            throw PostgresError(.misuse("a statement takes at most \(UInt16.max) parameters"), wasSent: false)
        }
        return statement
    }

    func run(_ script: SQLScript) throws(PostgresError) {
        try open()
        _ = try roundTrip { () throws(PostgresError) in try connection.sendScript(script.text) }
    }

    /// Sends, then reads to the end of the statement; the last result.
    private func roundTrip(_ send: () throws(PostgresError) -> Void) throws(PostgresError) -> PGResultReference {
        try poisoning { () throws(PostgresError) in
            try send()
            return try finish(deadline)
        }
    }

    private func finish(_ deadline: Deadline) throws(PostgresError) -> PGResultReference {
        var last: PGResultReference?
        var failure: PostgresError?
        while let result = try connection.nextResult(deadline) {
            if result.status == .failed { failure = failure ?? connection.failure(result) }
            try refuseCopy(result)
            last = PGResultReference(result)
        }
        connection.statementEnded()
        if let failure { throw failure }
        guard let last else { throw PostgresError(.misuse("the statement gave no result")) }
        return last
    }

    /// A COPY that was not asked for leaves the protocol in a mode which nobody ends.
    private func refuseCopy(_ result: borrowing PGResult) throws(PostgresError) {
        guard result.status == .copyIn || result.status == .copyOut else { return }
        isPoisoned = true
        throw PostgresError(.misuse("COPY runs by copyIn and copyOut only"))
    }

    private func open() throws(PostgresError) {
        guard !isOpen else { return }
        try openWith(nil, [], .unnamed)
    }

    /// One pipeline: begin, role, settings, and the first statement if there is one.
    @discardableResult
    private func openWith(
        _ text: String?,
        _ parameters: [Parameter],
        _ use: StatementCache.Use
    ) throws(PostgresError) -> PGResultReference {
        try poisoning { () throws(PostgresError) in
            let deadline = deadline
            connection.enterPipeline()
            for statement in opening { try connection.send(statement, []) }
            var expected = opening.count
            if let text {
                switch use {
                case .unnamed: try connection.send(text, parameters)
                case .prepare(let name):
                    try connection.sendPrepare(name, text, parameters.map(\.oid))
                    try connection.sendPrepared(name, parameters)
                    expected += 1
                case .prepared(let name): try connection.sendPrepared(name, parameters)
                }
                expected += 1
            }
            try connection.sendSync()
            isOpen = true
            var last: PGResultReference?
            var failure: PostgresError?
            for index in 0..<expected {
                while let result = try connection.nextResult(deadline) {
                    if result.status == .failed { failure = failure ?? connection.failure(result) }
                    try refuseCopy(result)
                    last = PGResultReference(result)
                }
                if let text, failure == nil, index == opening.count, case .prepare(let name) = use {
                    statements.didPrepare(.init(text: text, types: parameters.map(\.oid)), as: name)
                }
            }
            // The answer to the sync.
            _ = try connection.nextResult(deadline)
            connection.exitPipeline()
            connection.statementEnded()
            if let failure { throw failure }
            guard let last else { throw PostgresError(.misuse("the statement gave no result")) }
            return last
        }
    }

    private func poisoning<Output: ~Copyable>(
        _ body: () throws(PostgresError) -> Output
    ) throws(PostgresError) -> Output {
        guard !isPoisoned else { throw PostgresError(.connectionLost("by an earlier statement"), wasSent: false) }
        do throws(PostgresError) {
            return try body()
        } catch {
            if error.poisonsConnection { isPoisoned = true }
            throw error
        }
    }

    // MARK: - Streams

    func stream(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try open()
        let (text, parameters) = try render(sql)
        let deadline = deadline
        try poisoning { () throws(PostgresError) in try connection.send(text, parameters) }
        connection.setSingleRowMode()
        var stop: (any Error)?
        while let result = try poisoning({ () throws(PostgresError) in try connection.nextResult(deadline) }) {
            try refuseCopy(result)
            if result.status == .failed {
                stop = stop ?? connection.failure(result)
            } else if stop == nil {
                let shared = PGResultReference(result)
                do {
                    for index in 0..<shared.value.rowCount { try body(Row(shared, index)) }
                } catch {
                    stop = error
                }
            }
        }
        connection.statementEnded()
        if let stop { throw stop }
    }

    func copyIn(
        _ table: Identifier,
        _ columns: [Identifier],
        _ body: (inout CopyWriter) throws -> Void
    ) throws -> Int {
        try open()
        let names = columns.map(\.quoted).joined(separator: ", ")
        try beginCopy("copy \(table.quoted) (\(names)) from stdin (format binary)", .copyIn)
        var writer = CopyWriter(self)
        var stop: (any Error)?
        do {
            try body(&writer)
            try writer.finish()
        } catch {
            stop = error
        }
        guard !isPoisoned else { throw stop ?? PostgresError(.connectionLost("during COPY")) }
        let result: PGResultReference
        do throws(PostgresError) {
            result = try roundTrip { () throws(PostgresError) in
                try connection.endCopy(failure: stop == nil ? nil : "given up by the client", deadline)
            }
        } catch {
            throw stop ?? error
        }
        return result.value.affectedRows
    }

    func putCopy(_ bytes: [UInt8]) throws(PostgresError) {
        try poisoning { () throws(PostgresError) in try connection.putCopy(bytes, deadline) }
    }

    func copyOut(_ sql: SQL, _ body: ([UInt8]) throws -> Void) throws {
        try open()
        let (text, parameters) = try render(sql)
        guard parameters.isEmpty else { throw PostgresError(.misuse("COPY takes no parameters")) }
        try beginCopy(text, .copyOut)
        var stop: (any Error)?
        while let block = try poisoning({ () throws(PostgresError) in try connection.nextCopy(deadline) }) {
            guard stop == nil else { continue }
            do { try body(block) } catch { stop = error }
        }
        _ = try roundTrip { () throws(PostgresError) in }
        if let stop { throw stop }
    }

    private func beginCopy(_ text: String, _ direction: PGResult.Status) throws(PostgresError) {
        try poisoning { () throws(PostgresError) in
            try connection.send(text, [])
            let notCopy = PostgresError(.misuse("the statement is no COPY of this direction"))
            guard let first = try connection.nextResult(deadline) else { throw notCopy }
            guard first.status != direction else { return }
            try refuseCopy(first)
            let failure = first.status == .failed ? connection.failure(first) : notCopy
            while try connection.nextResult(deadline) != nil {}
            connection.statementEnded()
            throw failure
        }
    }
}
