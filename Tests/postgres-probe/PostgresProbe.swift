import Foundation
import Postgres

/// Connects as its environment and its argument say, a connection string, and prints what came of it, a fact a line:
/// the user, the database, the application's name. On failure prints the error in every form and ends with status 1.
///
/// With a second argument, a connection string that the server refuses, connects by each two hundred times, and prints
/// how many descriptors and threads it has after the first time and after the last.
@main
struct PostgresProbe {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if arguments.count == 2 {
                try await leak(arguments[0], refused: arguments[1])
            } else {
                try await tell(arguments.first ?? "")
            }
        } catch {
            print(error, String(reflecting: error), separator: "\n")
            dump(error)
            exit(1)
        }
    }

    private static func tell(_ uri: String) async throws {
        let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
        let facts = try await database.transaction(as: .login) { tx in
            try tx.one(
                "select current_user::text, current_database()::text, current_setting('application_name')",
                as: (String, String, String).self
            )
        }
        print(facts.0, facts.1, facts.2, separator: "\n")
        database.close()
    }

    private static func leak(_ uri: String, refused: String) async throws {
        for time in 1...200 {
            let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
            try await database.transaction(as: .login) { tx in _ = try tx.execute("select 1") }
            database.close()
            let stranger = Database(ConnectionOptions(uri: refused), limits: PoolLimits(maximum: 1))
            do {
                try await stranger.transaction(as: .login) { tx in _ = try tx.execute("select 1") }
                throw Unrefused()
            } catch is PostgresError {}
            if time == 1 || time == 200 { print(try count("fd"), try count("task")) }
        }
    }

    private static func count(_ folder: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(folder)").count
    }

    private struct Unrefused: Error {}
}
