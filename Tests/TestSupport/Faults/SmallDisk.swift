import Foundation

/// A file system of a few MiB that can really become full, mounted for one test.
///
/// Only root can mount it: an ordinary user needs `sudo` without a password; otherwise `with` throws and says so.
public struct SmallDisk: Sendable {
    /// The mount point. The user who runs the servers may write there.
    public let path: String

    /// Mounts it while the closure runs.
    public static func with<Output>(mebibytes: Int, _ body: (SmallDisk) async throws -> Output) async throws -> Output {
        let folder = try ScratchDirectory(in: nil, owner: try UnprivilegedAccount.required())
        let disk = SmallDisk(path: folder.path)
        let unmounting = try Caretaker.shared.entrust(
            "\(asRoot.joined(separator: " ")) umount -l \(disk.path.shellQuoted)"
        )
        do {
            try await BlockingWork.run { try disk.mount(mebibytes) }
            let output = try await body(disk)
            await disk.unmount(folder, unmounting)
            return output
        } catch {
            await disk.unmount(folder, unmounting)
            throw error
        }
    }

    private static var asRoot: [String] { geteuid() == 0 ? [] : ["/usr/bin/sudo", "-n"] }

    private static func run(_ words: [String]) throws -> Program.Result {
        let words = asRoot + words
        return try Program(path: words[0]).runBlocking(Array(words.dropFirst()))
    }

    private func mount(_ mebibytes: Int) throws {
        let account = try UnprivilegedAccount.required()
        let options = "size=\(mebibytes)m,mode=0700,uid=\(account.userID),gid=\(account.groupID)"
        let result = try? Self.run(["/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", path])
        guard let result, result.status == 0 else {
            throw StageError(
                "cannot mount a small disk, which takes root",
                hint: "run this test as root, as CI does, or allow yourself sudo without a password",
                output: result?.standardError ?? ""
            )
        }
    }

    private func unmount(_ folder: ScratchDirectory, _ task: Caretaker.Task) async {
        _ = try? await BlockingWork.run {
            _ = try Self.run(["/bin/umount", "-l", path])
            task.finished()
            folder.remove()
        }
    }
}
