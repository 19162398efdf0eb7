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
            try create("")
            unsafe unlink(unfinished)
        } else if known == .typeDirectory {
            throw Stop(.cannotWrite, "cannot write \(path): it is a folder")
        } else {
            guard unsafe access(path, W_OK) == 0 else { throw refusal }
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

    /// - Throws: `Stop`, with what the system says, when it cannot be written whole; an ordinary file that stood there stays.
    func write(_ text: String) throws {
        if isOrdinary {
            try create(text)
            guard unsafe rename(unfinished, path) == 0 else { throw refusal }
        } else {
            try put(text, into: path, O_WRONLY)
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

    private func create(_ text: String) throws {
        do {
            try put(text, into: unfinished, O_WRONLY | O_CREAT | O_TRUNC)
        } catch {
            unsafe unlink(unfinished)
            throw error
        }
    }

    private func put(_ text: String, into path: String, _ flags: Int32) throws {
        let descriptor = unsafe open(path, flags | O_CLOEXEC, mode_t(permissions))
        guard descriptor >= 0 else { throw refusal }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let refusal = refusal
                Glibc.close(descriptor)
                throw refusal
            }
            bytes = bytes.dropFirst(count)
        }
        // A disk of another machine may say only now that it is full.
        guard Glibc.close(descriptor) == 0 else { throw refusal }
    }

    /// What the last call of the system failed with.
    private var refusal: Stop {
        Stop(.cannotWrite, "cannot write \(path): \(unsafe String(cString: strerror(errno)))")
    }
}
