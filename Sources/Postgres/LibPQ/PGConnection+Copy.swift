import CLibPQ
import Glibc

extension PGConnection {
    /// Hands bytes over and waits until the socket has taken them: no more is queued than one block.
    func putCopy(_ bytes: Span<UInt8>, _ deadline: Deadline) throws(PostgresError) {
        // The server drops what comes after its error, so that nobody would ever have to wait here.
        guard !signal.isRaised || !isCancellable else { throw PostgresError(.cancelled) }
        while true {
            let answer = unsafe bytes.withUnsafeBytes { buffer in
                unsafe PQputCopyData(
                    pointer,
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                    CInt(buffer.count)
                )
            }
            switch answer {
            case 1:
                try flush(deadline)
                return
            case 0: try wait(for: CShort(POLLOUT), deadline)
            default: throw lost()
            }
        }
    }

    func endCopy(failure text: String?, _ deadline: Deadline) throws(PostgresError) {
        while true {
            switch unsafe PQputCopyEnd(pointer, text) {
            case 1:
                try flush(deadline)
                return
            case 0: try wait(for: CShort(POLLOUT), deadline)
            default: throw lost()
            }
        }
    }

    /// Lends the next block of a COPY out, in libpq's own memory; false at its end.
    func nextCopy<Failure: Error>(
        _ deadline: Deadline,
        _ body: (Span<UInt8>) throws(Failure) -> Void,
        onFailure: (Failure) -> Void
    ) throws(PostgresError) -> Bool {
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let count = unsafe PQgetCopyData(pointer, &buffer, 1)
            switch count {
            case 0:
                try wait(for: CShort(POLLIN), deadline)
                guard unsafe PQconsumeInput(pointer) == 1 else { throw lost() }
            case -1: return false
            case ..<0: throw lost()
            default:
                defer { unsafe PQfreemem(buffer) }
                let bytes = unsafe UnsafeRawBufferPointer(start: buffer, count: Int(count))
                do throws(Failure) {
                    try body(unsafe bytes.assumingMemoryBound(to: UInt8.self).span)
                } catch {
                    onFailure(error)
                }
                return true
            }
        }
    }
}
