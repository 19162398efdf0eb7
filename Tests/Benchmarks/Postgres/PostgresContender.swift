import Foundation
import Postgres

/// The data layer at the work of `postgres-floor`: `benchmarks contender CASE CLIENTS AMOUNT URI` prints
/// `operations seconds cpu_seconds peak_kib`, and exits with 1 when an answer was wrong.
///
/// `idle CONNECTIONS 0 URI` has the memory of its idle connections, in KiB, in the place of the peak.
struct PostgresContender {
    let name: String
    let clients: Int
    let amount: Int
    let uri: String

    static func main(_ arguments: [String]) async {
        guard arguments.count == 4, let clients = Int(arguments[1]), let amount = Int(arguments[2]), clients > 0 else {
            fail("usage: benchmarks contender CASE CLIENTS AMOUNT URI")
        }
        let contender = PostgresContender(name: arguments[0], clients: clients, amount: amount, uri: arguments[3])
        do {
            print(try await contender.run())
        } catch {
            fail("\(error)")
        }
    }

    struct WrongAnswer: Error, CustomStringConvertible {
        let description: String
    }

    /// A client that fails does not come to the start line, where the others wait: the whole process ends.
    static func fail(_ words: String) -> Never {
        FileHandle.standardError.write(Data("benchmarks contender: \(words)\n".utf8))
        exit(1)
    }

    private func run() async throws -> String {
        guard name != "idle" else { return try await idle() }
        let database = database(maximum: clients)
        let line = StartLine(clients: clients)
        await withTaskGroup { group in
            for _ in 0..<clients {
                group.addTask {
                    do {
                        try await client(database, line)
                    } catch {
                        Self.fail("\(error)")
                    }
                }
            }
        }
        let peak = ProcessReading.peakKiB
        if name == "copyin" { try await PersonCopy(amount).check(database) }
        database.close()
        guard let start = await line.start, let finish = await line.finish else { return "" }
        return text(clients * amount, start, finish, peak)
    }

    private func client(_ database: Database, _ line: StartLine) async throws {
        switch name {
        case "point": try await held(database, line, warmUp: 200, PointQueries.each)
        case "pipeline": try await held(database, line, warmUp: 20, PointQueries.pipelines)
        case "fetch": try await held(database, line, warmUp: 20, PersonQueries.fetch)
        case "transaction": try await free(database, line, warmUp: 200, PointQueries.transactions)
        case "stream": try await free(database, line, warmUp: 1000, PersonQueries.stream)
        case "copyin": try await free(database, line, warmUp: 1000) { try await PersonCopy($1).run($0) }
        case "connect": try await free(database, line, warmUp: 10) { try await connect($1) }
        default: throw WrongAnswer(description: "there is no case \(name)")
        }
    }

    /// All operations in one open transaction.
    private func held(
        _ database: Database,
        _ line: StartLine,
        warmUp: Int,
        _ perform: @Sendable (inout Transaction, Int) throws -> Void
    ) async throws {
        try await database.transaction(as: .login, options: .long) { tx in
            try perform(&tx, warmUp)
            await line.arrive()
            try perform(&tx, amount)
            await line.finished(.now)
        }
    }

    /// Each operation takes the connection that it needs.
    private func free(
        _ database: Database,
        _ line: StartLine,
        warmUp: Int,
        _ perform: @Sendable (Database, Int) async throws -> Void
    ) async throws {
        if name == "copyin" { try await PersonCopy.empty(database) }
        try await perform(database, warmUp)
        if name == "copyin" { try await PersonCopy.empty(database) }
        await line.arrive()
        try await perform(database, amount)
        await line.finished(.now)
    }

    private func connect(_ count: Int) async throws {
        for _ in 0..<count {
            let database = database(maximum: 1)
            try await one(database)
            database.close()
        }
    }

    /// Beyond what one connection needs already: that is the library's and the language's own.
    private func idle() async throws -> String {
        let first = database(maximum: 1)
        try await one(first)
        // Twice, because the first reading takes memory itself.
        _ = ProcessReading.residentKiB
        let before = ProcessReading.residentKiB
        let start = ProcessReading.now
        let database = database(maximum: clients)
        let line = StartLine(clients: clients)
        try await withThrowingTaskGroup { group in
            for _ in 0..<clients { group.addTask { try await one(database, meetingAt: line) } }
            try await group.waitForAll()
        }
        let finish = ProcessReading.now
        let after = ProcessReading.residentKiB
        guard database.statistics.idle == clients else { throw WrongAnswer(description: "\(database.statistics)") }
        database.close()
        first.close()
        return text(clients, start, finish, after - before)
    }

    private func one(_ database: Database, meetingAt line: StartLine? = nil) async throws {
        try await database.transaction(as: .login) { tx in
            guard try tx.one("select 1", as: Int32.self) == 1 else {
                throw WrongAnswer(description: "1 was answered wrongly")
            }
            await line?.arrive()
        }
    }

    private func database(maximum: Int) -> Database {
        Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: maximum, acquireTimeout: .seconds(60)))
    }

    private func text(_ count: Int, _ start: ProcessReading, _ finish: ProcessReading, _ kibibytes: Int) -> String {
        "\(count) \(finish.seconds - start.seconds) \(finish.cpuSeconds - start.cpuSeconds) \(kibibytes)"
    }
}

extension TransactionOptions {
    /// No statement of the benchmark is to meet its deadline.
    static var long: TransactionOptions { TransactionOptions(timeout: .seconds(600)) }
}
