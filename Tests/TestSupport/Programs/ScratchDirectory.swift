import Foundation
import Synchronization

/// A directory for a single test, which nobody else may enter and which does not outlive the process.
public final class ScratchDirectory: Sendable {
    public let path: String
    private let removal: Caretaker.Task
    private static let made = Atomic(0)

    /// - Parameter parent: where to make it; nil is the temporary directory.
    public convenience init(in parent: String? = nil) throws {
        try self.init(in: parent, owner: nil)
    }

    init(in parent: String?, owner: UnprivilegedAccount?) throws {
        let number = Self.made.add(1, ordering: .relaxed).newValue
        let parent = parent ?? FileManager.default.temporaryDirectory.path
        path = "\(parent)/mutasi-scratch-\(getpid())-\(number)"
        removal = try Caretaker.shared.entrust("rm -rf -- \(path.shellQuoted)")
        var attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false,
            attributes: attributes
        )
        if geteuid() == 0, let owner {
            attributes = [.ownerAccountID: owner.userID, .groupOwnerAccountID: owner.groupID]
            try FileManager.default.setAttributes(attributes, ofItemAtPath: path)
        }
    }

    /// Writes a file that only `owner` can read (nil means this user); returns its path.
    func write(_ name: String, _ text: String, owner: UnprivilegedAccount?) throws -> String {
        let file = path + "/" + name
        let created = FileManager.default.createFile(
            atPath: file,
            contents: Data(text.utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard created else {
            throw StageError("cannot write \(file)", hint: "make room on the disk")
        }
        if geteuid() == 0, let owner {
            try FileManager.default.setAttributes(
                [.ownerAccountID: owner.userID, .groupOwnerAccountID: owner.groupID],
                ofItemAtPath: file
            )
        }
        return file
    }

    /// Writes a file that only this user can read, as libpq requires of a password file; returns its path.
    public func write(_ name: String, _ text: String) throws -> String {
        try write(name, text, owner: nil)
    }

    /// The path of a file in it.
    public func file(_ name: String) -> String { path + "/" + name }

    public func remove() {
        try? FileManager.default.removeItem(atPath: path)
        removal.finished()
    }
}
