import Foundation
import Postgres

/// Connects as its environment and its argument say, a connection string, and prints what came of it, a fact a line:
/// the user, the database, the application's name. On failure prints the error in every form and ends with status 1.
@main
struct PostgresProbe {
    static func main() async {
        let uri = CommandLine.arguments.dropFirst().first ?? ""
        let database = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: 1))
        do {
            let facts = try await database.transaction(as: .login) { tx in
                try tx.one(
                    "select current_user::text, current_database()::text, current_setting('application_name')",
                    as: (String, String, String).self
                )
            }
            print(facts.0, facts.1, facts.2, separator: "\n")
            database.close()
        } catch {
            print(error, String(reflecting: error), separator: "\n")
            dump(error)
            exit(1)
        }
    }
}
