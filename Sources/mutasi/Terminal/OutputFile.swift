import Files
import Foundation
import Programs
import Texts

/// A file that a command writes whole. An ordinary file takes its place only when it is complete; a pipe, a terminal or
/// another device in its place is written to and never replaced.
struct OutputFile {
    private let path: String
    private let permissions: Int
    private let replaces: Bool
    private let isOrdinary: Bool

    private var unfinished: String { "\(path).unfinished" }

    /// - Parameter replaces: whether an ordinary file in its place is replaced; without it, it is refused.
    /// - Throws: `Stop` when nothing can be written there, before any work is done.
    init(_ path: String, permissions: Int, replaces: Bool = true) throws {
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path == target ? path : target)
        let known = attributes?[.type] as? FileAttributeType
        isOrdinary = known == nil && !path.hasPrefix("/dev/") || known == .typeRegular
        self.path = isOrdinary ? target : path
        self.permissions = permissions
        self.replaces = replaces
        if isOrdinary {
            guard replaces || known == nil else { throw Stop(.outputExists, ["path": .text(path)]) }
            try create([])
            unsafe unlink(unfinished)
        } else if known == .typeDirectory {
            throw Stop(.outputFolder, ["path": .text(path)])
        } else {
            guard unsafe access(path, W_OK) == 0 else { throw Self.refusal(path, SystemError.last) }
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

    /// - Throws: `Stop`, with what the system says, when it cannot be written whole; an ordinary file in its place stays.
    func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

    /// The same for bytes.
    func write(bytes: [UInt8]) throws {
        if isOrdinary {
            try create(bytes)
            try place()
        } else {
            try put(bytes) { () throws(SystemError) in try OpenFile(path, O_WRONLY) }
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

    private func place() throws {
        if !replaces {
            // Unlike a renaming, a link takes nothing's place.
            if unsafe link(unfinished, path) == 0 {
                unsafe unlink(unfinished)
                return
            }
            let error = SystemError.last
            // A file system without links, such as that of a memory stick.
            guard error.code == EPERM || error.code == EOPNOTSUPP else {
                unsafe unlink(unfinished)
                throw error.code == EEXIST ? Stop(.outputExists, ["path": .text(path)]) : Self.refusal(path, error)
            }
        }
        guard unsafe rename(unfinished, path) == 0 else { throw Self.refusal(path, SystemError.last) }
    }

    private func create(_ bytes: [UInt8]) throws {
        do {
            try put(bytes) { () throws(SystemError) in
                try OpenFile(creating: unfinished, permissions: UInt32(permissions))
            }
        } catch {
            unsafe unlink(unfinished)
            throw error
        }
    }

    private func put(_ bytes: [UInt8], into open: () throws(SystemError) -> OpenFile) throws {
        do {
            let file = try open()
            do {
                try file.write(bytes)
            } catch {
                try? file.close()
                throw error
            }
            try file.close()
        } catch {
            throw Self.refusal(path, error)
        }
    }

    /// What is said of a file that cannot be written.
    static func refusal(_ path: String, _ error: any Error) -> Stop {
        Stop(.outputRefused, ["path": .text(path), "reason": "\(error)"])
    }
}
