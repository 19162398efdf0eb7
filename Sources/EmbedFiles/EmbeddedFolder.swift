import Foundation
import PackagePlugin

/// The folder whose files go into a target, and which of them.
///
/// The folder lies (or is linked) inside the target's own folder: the build system looks there, and only there, for
/// files that came or went since the last build.
struct EmbeddedFolder {
    let location: URL
    let parts: [(folder: String, suffix: String)]

    init(of target: any Target) throws {
        switch target.name {
        case "CityDatabase":
            location = target.directoryURL.appending(path: "SQL")
            parts = [
                // Those that end so: agency_roles.sql as well.
                ("", "roles.sql"), ("", "roles.csv"), ("", "windows.sql"), ("", "catalog.sql"), ("", "catalog.csv"),
                ("", "made.csv"),
                ("migrations/", ".sql"), ("routines/", ".sql"), ("bindings/", ".sql"), ("policies/", ".sql"),
                ("definers/", ".sql"), ("reference/", ".csv"), ("checks/", ".sql"),
            ]
        case "Population":
            location = target.directoryURL.appending(path: "Data")
            parts = [("", ".csv")]
        case "Decrees":
            location = target.directoryURL.appending(path: "Forms")
            parts = [("", ".mustache"), ("", ".css")]
        case "Texts":
            location = target.directoryURL.appending(path: "Catalogue")
            parts = [("", ".csv")]
        default:
            throw UnknownTarget(name: target.name)
        }
    }

    /// Paths relative to `location`, sorted.
    func files() throws -> [String] {
        try parts.flatMap { part in
            try FileManager.default.contentsOfDirectory(atPath: location.appending(path: part.folder).path)
                .filter { $0.hasSuffix(part.suffix) && !$0.hasPrefix(".") }
                .map { part.folder + $0 }
        }
        .sorted()
    }
}

struct UnknownTarget: Error, CustomStringConvertible {
    let name: String

    var description: String { "no folder is known for target \(name): add one to EmbeddedFolder" }
}
