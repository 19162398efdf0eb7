import Foundation

/// PostgreSQL's server programs: those of `MUTASI_PG_BIN`, else Debian's newest.
enum PostgresPrograms {
    static func folder() throws(StageError) -> String { String(try path("postgres").dropLast("/postgres".count)) }

    static func path(_ name: String) throws(StageError) -> String {
        let debian = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []).compactMap { Int($0) }
        let chosen = ProcessInfo.processInfo.environment["MUTASI_PG_BIN"]
        let folders = chosen.map { [$0] } ?? versions.sorted(by: >).map { "\(debian)/\($0)/bin" }
        guard let path = folders.map({ $0 + "/" + name }).first(where: FileManager.default.isExecutableFile(atPath:))
        else {
            throw StageError(
                "no program \(name) of PostgreSQL\(chosen.map { " in \($0), which MUTASI_PG_BIN names" } ?? "")",
                hint: "run deploy/install-prerequisites, or name the folder of the programs by MUTASI_PG_BIN"
            )
        }
        return path
    }
}
