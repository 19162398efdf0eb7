import CSV
import CityDatabase
import Foundation
import Programs

/// Where rejected rows or warnings are written: a file that takes its place only when it is complete, so that nothing is
/// lost by a wrong name or a refused import. Readable by its owner only: line numbers lead to persons.
struct FindingsFile {
    private let path: String?
    private var unfinished: String { "\(path ?? "").unfinished" }

    /// Without a path it writes nothing.
    ///
    /// - Throws: `Stop` when the file is the imported one itself, or cannot be written.
    init(_ path: String?, beside input: String) throws {
        self.path = path
        guard let path else { return }
        let manager = FileManager.default
        if let own = try? manager.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path),
            let other = try? manager.attributesOfItem(atPath: URL(filePath: input).resolvingSymlinksInPath().path),
            own[.systemFileNumber] as? Int == other[.systemFileNumber] as? Int,
            own[.systemNumber] as? Int == other[.systemNumber] as? Int
        {
            throw Stop(.usage, "\(path) is the file to import; a list written there would destroy it")
        }
        try write("")
        try? manager.removeItem(atPath: unfinished)
    }

    func write(_ findings: [ImportFinding]) throws {
        guard let path else { return }
        let lines =
            ["line,column,code,reason"]
            + findings.map { CSVWriter.line([String($0.line), $0.column, $0.code, $0.reason]) }
        try write(lines.joined(separator: "\n") + "\n")
        guard unsafe rename(unfinished, path) == 0 else { throw Stop(.cannotWrite, "cannot write \(path)") }
    }

    private func write(_ text: String) throws {
        guard
            FileManager.default.createFile(
                atPath: unfinished,
                contents: Data(text.utf8),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw Stop(.cannotWrite, "cannot write \(path ?? "")") }
    }
}
