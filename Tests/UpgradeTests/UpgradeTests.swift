import Foundation
import TestSupport
import Testing

@testable import CityDatabase

@Suite("Upgrades of landed versions", .timeLimit(.minutes(20)))
struct UpgradeTests {
    /// Follows the documents: an admin tries `db migrate`, which says when it needs a superuser; then a superuser runs
    /// `db init`.
    @Test(
        "a landed city migrates to the present: nothing is lost, no check finds anything, every list and report runs",
        arguments: LandedDump.all
    )
    func migrates(_ dump: LandedDump) async throws {
        let landed = LandedCity(dump, try await dump.restore())
        let unknown = try await landed.objects().subtracting(FormerObjects.everMade).map { "\($0.kind) \($0.name)" }
        #expect(unknown == [], "sql/made.csv lost what \(dump) made")
        try await landed.data.keep()

        let migrated = try await landed("db", "migrate")
        #expect([0, 78].contains(migrated.status), "\(dump): \(migrated.standardError)")
        #expect(migrated.status == 0 || migrated.standardError.contains("run 'mutasi db init' as a superuser"))
        try await landed.interruptUpgrade()
        let initialised = try await landed.asSuperuser("db", "init")
        #expect(initialised.status == 0, "\(dump): \(initialised.standardError)")
        let differences = try await landed.data.differences()
        #expect(differences == "", "\(dump): \(differences)")

        try await landed.readEverything()
        try await landed.goOn()
    }

    /// A developer who adds a migration, and does not dump a city that has it, finds out here and by `make lint`.
    @Test("the ledgers of the dumps hold each migration of this program as it is, and no other")
    func frozen() async throws {
        var landed: [String: String] = [:]
        for dump in LandedDump.all {
            let migrations = try await dump.ledger().filter { $0.key.hasPrefix("migrations/") }
            #expect(!migrations.isEmpty, "\(dump)")
            for (path, hash) in migrations {
                #expect(landed.updateValue(hash, forKey: path) ?? hash == hash, "\(dump): \(path)")
            }
        }
        let file = LandedDump.folder.appending(path: "../../../sql/migrations.sha256")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: " ") }
        #expect(Dictionary(uniqueKeysWithValues: lines.map { (String($0[1]), String($0[0])) }) == landed)
        let carried = SchemaFile.all.filter { $0.kind == .migration }.map(\.path)
        #expect(Set(carried) == Set(landed.keys), "run 'make landed-dump'")
    }

    @Test("every command of the program that reads is run on a migrated city")
    func everyCommand() async throws {
        let help = try await Program.built("mutasi").run(["--experimental-dump-help"])
        let tree = try #require(
            try JSONSerialization.jsonObject(with: Data(help.standardOutput.utf8)) as? [String: Any]
        )
        let known = CityReadings.all.map { $0.joined(separator: " ") } + CityReadings.others
        let commands = Self.commands(of: try #require(tree["command"] as? [String: Any]), [])
        #expect(commands.count > 50)
        for command in commands {
            #expect(known.contains { $0 == command || $0.hasPrefix(command + " ") }, "\(command)")
        }
    }

    private static func commands(of command: [String: Any], _ path: [String]) -> [String] {
        let parts = (command["subcommands"] as? [[String: Any]] ?? []).filter { $0["commandName"] as? String != "help" }
        guard !parts.isEmpty else { return [path.joined(separator: " ")] }
        return parts.flatMap { commands(of: $0, path + [$0["commandName"] as? String ?? ""]) }
    }
}
