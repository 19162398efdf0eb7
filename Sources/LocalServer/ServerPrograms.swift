import Foundation

/// The folder of PostgreSQL's server programs.
struct ServerPrograms: Sendable {
    static let oldestVersion = 15
    private static let names = ["initdb", "pg_ctl", "postgres"]

    let folder: String

    var initdb: String { folder + "/initdb" }
    var control: String { folder + "/pg_ctl" }
    var createdb: String { folder + "/createdb" }
    var psql: String { folder + "/psql" }

    /// Looks into `MUTASI_PG_BIN` and nowhere else if it is set; else asks `pg_config`, then Debian's folders, newest
    /// first, then `PATH`.
    ///
    /// - Parameter version: the major version that made the data, the only one that can read it; nil if there is none.
    init(environment: [String: String], account: ServerAccount, version: Int?) throws(LocalServerError) {
        let chosen = environment["MUTASI_PG_BIN"]
        let folders = if let chosen { [chosen] } else { try Self.candidates(environment, account) }
        for folder in folders {
            guard Self.names.allSatisfy({ FileManager.default.isExecutableFile(atPath: folder + "/" + $0) }) else {
                continue
            }
            if let found = try Self.version(in: folder, account), version == found || version == nil,
                found >= Self.oldestVersion
            {
                self.folder = folder
                return
            }
        }
        var arguments = ["programs": Self.names.joined(separator: ", "), "version": "\(version ?? Self.oldestVersion)"]
        guard let chosen else { throw LocalServerError(version == nil ? .programsMissing : .programsOther, arguments) }
        arguments["folder"] = chosen
        throw LocalServerError(version == nil ? .folderEmpty : .folderOther, arguments)
    }

    private static func candidates(
        _ environment: [String: String],
        _ account: ServerAccount
    ) throws(LocalServerError) -> [String] {
        let path = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        var folders: [String] = []
        if let asked = path.map({ $0 + "/pg_config" }).first(where: FileManager.default.isExecutableFile(atPath:)) {
            let answer = try account.run(asked, ["--bindir"])
            if answer.succeeded { folders.append(answer.output.trimmingCharacters(in: .newlines)) }
        }
        let debian = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []).compactMap { Int($0) }
        folders += versions.sorted(by: >).map { "\(debian)/\($0)/bin" }
        return folders + path
    }

    /// `postgres (PostgreSQL) 15.4 (Debian 15.4-1)` is 15.
    private static func version(in folder: String, _ account: ServerAccount) throws(LocalServerError) -> Int? {
        let answer = try account.run(folder + "/postgres", ["--version"])
        let number = answer.output.split(separator: " ").dropFirst(2).first
        return number.flatMap { Int($0.prefix(while: \.isWholeNumber)) }
    }
}
