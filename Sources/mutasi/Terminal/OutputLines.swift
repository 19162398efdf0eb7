import Files
import Foundation
import Programs
import Synchronization

/// The lines of an output file as they come: on the disk, in a file beside it until they are whole.
final class OutputLines: Sendable {
    private static let block = 65_536

    private struct State: Sendable {
        /// Nil when it is closed.
        var file: OpenFile?
        var buffer: [UInt8] = []

        mutating func flush() throws(SystemError) {
            try file?.write(buffer)
            buffer.removeAll(keepingCapacity: true)
        }

        mutating func close() throws(SystemError) {
            let file = file
            self.file = nil
            try file?.close()
        }
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
        do {
            state = Mutex(State(file: try OpenFile(creating: spool, permissions: UInt32(permissions))))
        } catch {
            throw OutputFile.refusal(target, error)
        }
    }

    deinit {
        // Of lines that were never finished nothing is left.
        unsafe unlink(spool)
        state.withLock { state in try? state.close() }
    }

    /// A line end is added.
    func append(_ line: String) throws {
        try state.withLock { state in
            state.buffer.append(contentsOf: line.utf8)
            state.buffer.append(0x0A)
            guard state.buffer.count >= Self.block else { return }
            do { try state.flush() } catch { throw OutputFile.refusal(target, error) }
        }
    }

    /// Puts them where they belong.
    func finish() throws {
        try state.withLock { state in
            do {
                try state.flush()
                if replaces {
                    try state.close()
                    guard unsafe rename(spool, target) == 0 else { throw SystemError.last }
                } else if let file = state.file {
                    try copy(file)
                }
            } catch {
                throw OutputFile.refusal(target, error)
            }
        }
    }

    /// Leaves nothing of them, where the program ends at once and nothing else would.
    func discard() { unsafe unlink(spool) }

    private func copy(_ file: OpenFile) throws(SystemError) {
        let output = try OpenFile(target, O_WRONLY)
        defer { try? output.close() }
        var offset = 0
        while case let part = try file.read(at: offset, upTo: Self.block), !part.isEmpty {
            try output.write(part)
            offset += part.count
        }
    }
}
