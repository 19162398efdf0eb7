import Foundation
import Programs
import Synchronization

/// The lines of an output file as they come: on the disk, in a file beside it until they are whole.
final class OutputLines: Sendable {
    private static let block = 65_536

    private struct State: Sendable {
        let handle: FileHandle
        var buffer = Data()
    }

    private let state: Mutex<State>
    private let spool: String
    private let target: String
    private let replaces: Bool

    /// - Parameters:
    ///   - spool: where the lines are kept; removed at the end.
    ///   - replaces: the spool takes the target's place; otherwise it is copied into it, as into a pipe.
    init(spool: String, target: String, replaces: Bool, permissions: Int) throws {
        self.spool = spool
        self.target = target
        self.replaces = replaces
        guard
            FileManager.default.createFile(
                atPath: spool,
                contents: nil,
                attributes: [.posixPermissions: permissions]
            ), let handle = FileHandle(forUpdatingAtPath: spool)
        else { throw Stop(.cannotWrite, "cannot write \(target)") }
        state = Mutex(State(handle: handle))
    }

    deinit {
        // Of lines that were never finished nothing is left.
        unsafe unlink(spool)
    }

    /// A line end is added.
    func append(_ line: String) throws {
        try state.withLock { state in
            state.buffer.append(contentsOf: line.utf8)
            state.buffer.append(0x0A)
            if state.buffer.count >= Self.block { try flush(&state) }
        }
    }

    /// Puts them where they belong.
    func finish() throws {
        try state.withLock { state in
            try flush(&state)
            guard !replaces else {
                guard unsafe rename(spool, target) == 0 else { throw refusal }
                return
            }
            guard let output = FileHandle(forWritingAtPath: target) else { throw refusal }
            do {
                try state.handle.seek(toOffset: 0)
                while let part = try state.handle.read(upToCount: Self.block), !part.isEmpty {
                    try output.write(contentsOf: part)
                }
            } catch {
                throw refusal
            }
        }
    }

    private func flush(_ state: inout State) throws {
        do { try state.handle.write(contentsOf: state.buffer) } catch { throw refusal }
        state.buffer.removeAll(keepingCapacity: true)
    }

    private var refusal: Stop { Stop(.cannotWrite, "cannot write \(target)") }
}
