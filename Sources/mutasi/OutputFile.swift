import Foundation
import Programs

/// A file that a command writes whole. An ordinary file takes its place only when it is complete; a pipe, a terminal or
/// another device that stands there is written to and never replaced.
struct OutputFile {
    private let path: String
    private let permissions: Int
    private let isOrdinary: Bool

    private var unfinished: String { "\(path).unfinished" }

    /// - Throws: `Stop` when nothing can be written there, before any work is done.
    init(_ path: String, permissions: Int) throws {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path == target ? path : target)
        let known = attributes?[.type] as? FileAttributeType
        isOrdinary = known == nil && !path.hasPrefix("/dev/") || known == .typeRegular
        self.path = isOrdinary ? target : path
        self.permissions = permissions
        if isOrdinary {
            try create(Data())
            try? FileManager.default.removeItem(atPath: unfinished)
        } else {
            guard known != .typeDirectory, FileManager.default.isWritableFile(atPath: path) else { throw refusal }
        }
    }

    /// Whether this is the same file as the one at `other`.
    func isSame(as other: String) -> Bool {
        let numbers = [path, URL(filePath: other).resolvingSymlinksInPath().path]
            .map { path in
                let attributes = try? FileManager.default.attributesOfItem(atPath: path)
                return [.systemNumber, .systemFileNumber].map { attributes?[$0] as? Int }
            }
        return numbers[0] == numbers[1] && !numbers[0].contains(nil)
    }

    func write(_ text: String) throws {
        let data = Data(text.utf8)
        if isOrdinary {
            try create(data)
            guard unsafe rename(unfinished, path) == 0 else { throw refusal }
        } else {
            guard let handle = FileHandle(forWritingAtPath: path) else { throw refusal }
            try handle.write(contentsOf: data)
        }
    }

    /// The same for a text that comes line by line and need not be in memory.
    func lines() throws -> OutputLines {
        try OutputLines(
            spool: isOrdinary
                ? unfinished : FileManager.default.temporaryDirectory.path + "/mutasi-\(UUID().uuidString)",
            target: path,
            replaces: isOrdinary,
            permissions: permissions
        )
    }

    private func create(_ data: Data) throws {
        guard
            FileManager.default.createFile(
                atPath: unfinished,
                contents: data,
                attributes: [.posixPermissions: permissions]
            )
        else { throw refusal }
    }

    private var refusal: Stop { Stop(.cannotWrite, "cannot write \(path)") }
}
