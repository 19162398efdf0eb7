import CLibPQ
import Dispatch
import Glibc
import Synchronization

/// One request to the server to end what a connection is running, made on a thread of its own.
///
/// libpq 15 opens a second connection for it and blocks, without a limit of time, so the connection's own thread must
/// not make it: it goes on waiting for the statement, with its deadline.
@safe final class CancelRequest: Sendable {
    @safe private enum Way {
        /// The protocol's own request. libpq 15 sends it in clear text, also where the connection is encrypted.
        case request(OpaquePointer)
        /// `pg_cancel_backend` on an encrypted connection like the first. A pooler has no such process numbers.
        case statement([(String, String)], process: Int32)
    }

    private struct Work: @unchecked Sendable {
        // Touched by one thread at a time: handed to the request's thread by `start`.
        let way: Way
    }

    private let work: Work
    private let finished = Atomic(false)
    private let end = DispatchSemaphore(value: 0)

    private init(_ way: Way) {
        work = Work(way: way)
    }

    /// To be called on the connection's thread. Nil if there is nothing to cancel.
    static func start(
        _ connection: OpaquePointer,
        encryptedWith keywords: [(String, String)]?
    ) -> CancelRequest? {
        let request: CancelRequest
        if let keywords, unsafe PQsslInUse(connection) == 1 {
            // To the very server that the connection reached, of all that its name may stand for.
            let place = unsafe [
                ("host", PQhost(connection)), ("hostaddr", PQhostaddr(connection)), ("port", PQport(connection)),
            ]
            .compactMap { name, value in unsafe value.map { (name, unsafe String(cString: $0)) } }
            .filter { !$0.1.isEmpty }
            request = CancelRequest(.statement(keywords + place, process: unsafe PQbackendPID(connection)))
        } else {
            guard let cancel = unsafe PQgetCancel(connection) else { return nil }
            request = unsafe CancelRequest(.request(cancel))
        }
        guard DetachedThread.start({ request.run() }) else {
            request.release()
            return nil
        }
        return request
    }

    var isFinished: Bool { finished.load(ordering: .acquiring) }

    /// Waits until the request can hit nothing more; false when that took too long.
    func waitUntilFinished(_ deadline: Deadline) -> Bool {
        isFinished || end.wait(timeout: .now() + .milliseconds(Int(deadline.milliseconds))) == .success
    }

    private func run() {
        switch work.way {
        case .request(let cancel):
            Self.surviving(SIGPIPE) {
                unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
                    _ = unsafe PQcancel(cancel, text.baseAddress, 256)
                }
            }
        case .statement(let keywords, let process):
            if let connection = unsafe PGConnection.start(keywords + [("connect_timeout", "5")], PQconnectdbParams) {
                if unsafe PQstatus(connection) == CONNECTION_OK {
                    unsafe PQclear(PQexec(connection, "select pg_cancel_backend(\(process))"))
                }
                unsafe PQfinish(connection)
            }
        }
        release()
        finished.store(true, ordering: .releasing)
        end.signal()
    }

    /// Elsewhere libpq sees to it that a peer who is gone does not end the process, but not in a request to cancel.
    private static func surviving(_ signal: CInt, _ body: () -> Void) {
        var signals = sigset_t()
        var before = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, signal)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &before)
        body()
        // One that came waits for this thread, which has other work afterwards.
        var now = timespec()
        unsafe sigtimedwait(&signals, nil, &now)
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    private func release() {
        if case .request(let cancel) = work.way { unsafe PQfreeCancel(cancel) }
    }
}
