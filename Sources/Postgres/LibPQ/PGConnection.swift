import CLibPQ
import Glibc

/// Owns one `PGconn` in non-blocking mode: the protocol's steps, and the only place that waits on the socket.
///
/// Confined to its connection's thread. Every wait ends by readiness or by its deadline; cancellation only makes the
/// server end the statement sooner, so the protocol is never left half-way.
@safe final class PGConnection {
    private let pointer: OpaquePointer
    private let signal: CancelSignal
    /// While set, a raised signal cancels the running statement (not so for commit and rollback).
    var isCancellable = true
    private var cancelWasSent = false

    // MARK: - Opening and closing

    init(_ options: ConnectionOptions, signal: CancelSignal) throws(PostgresError) {
        let keywords = options.keywords
        let pointer = unsafe keywords.map(\.0)
            .withCStrings { names in
                unsafe keywords.map(\.1)
                    .withCStrings { values in
                        unsafe PQconnectStartParams(names, values, 1)
                    }
            }
        guard let pointer = unsafe pointer else {
            throw PostgresError(.connectFailed("out of memory", nil), wasSent: false)
        }
        unsafe self.pointer = unsafe pointer
        self.signal = signal
        unsafe PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        try finishOpening(Deadline(after: options.connectTimeout))
        unsafe PQsetnonblocking(pointer, 1)
    }

    deinit {
        unsafe PQfinish(pointer)
    }

    private func finishOpening(_ deadline: Deadline) throws(PostgresError) {
        var events = CShort(POLLOUT)
        while true {
            guard unsafe PQstatus(pointer) != CONNECTION_BAD else { throw connectFailure() }
            guard waitOnSocket(for: events, deadline) else {
                throw PostgresError(.connectFailed("no answer within \(deadline.limit)", nil), wasSent: false)
            }
            switch unsafe PQconnectPoll(pointer) {
            case PGRES_POLLING_OK: return
            case PGRES_POLLING_READING: events = CShort(POLLIN)
            case PGRES_POLLING_WRITING: events = CShort(POLLOUT)
            default: throw connectFailure()
            }
        }
    }

    /// libpq 15 gives no SQLSTATE for a refused start-up; the server's own words tell the cases that never heal.
    private func connectFailure() -> PostgresError {
        let text = message
        let state: SQLState? =
            if text.contains("password authentication failed") || text.contains("Peer authentication failed")
                || text.contains("no password supplied") || text.contains("is not permitted to log in")
                || text.contains("role \"") && text.contains("does not exist")
            {
                SQLState("28000")
            } else if text.contains("database \"") && text.contains("does not exist") {
                SQLState("3D000")
            } else if text.contains("too many clients") || text.contains("connection slots are reserved") {
                SQLState("53300")
            } else {
                nil
            }
        return PostgresError(.connectFailed(text, state), wasSent: false)
    }

    private var message: String {
        let text = unsafe String(cString: PQerrorMessage(pointer))
        return text.split(separator: "\n").joined(separator: "; ")
    }

    var isIdle: Bool {
        unsafe PQstatus(pointer) == CONNECTION_OK && PQtransactionStatus(pointer) == PQTRANS_IDLE
    }

    /// Whether the server has closed an idle connection meanwhile. It says nothing else to one that listens to no channel,
    /// and its farewell may come before the end of the stream.
    var wasClosedByServer: Bool {
        var watched = pollfd(fd: unsafe PQsocket(pointer), events: CShort(POLLIN), revents: 0)
        return unsafe poll(&watched, 1, 0) != 0 || !isIdle
    }

    var serverVersion: Int { Int(unsafe PQserverVersion(pointer)) }

    // MARK: - Sending

    func send(_ text: String, _ parameters: [Parameter]) throws(PostgresError) {
        let sent = unsafe parameters.withCParameters { count, types, values, lengths, formats in
            unsafe PQsendQueryParams(pointer, text, count, types, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
    }

    func sendPrepare(_ name: String, _ text: String, _ types: [OID]) throws(PostgresError) {
        let oids = types.map { Oid($0.rawValue) }
        guard unsafe PQsendPrepare(pointer, name, text, Int32(oids.count), oids) == 1 else { throw lost() }
    }

    func sendPrepared(_ name: String, _ parameters: [Parameter]) throws(PostgresError) {
        let sent = unsafe parameters.withCParameters { count, _, values, lengths, formats in
            unsafe PQsendQueryPrepared(pointer, name, count, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
    }

    /// Several statements in one message; results come as text and are only looked at for errors.
    func sendScript(_ text: String) throws(PostgresError) {
        guard unsafe PQsendQuery(pointer, text) == 1 else { throw lost() }
    }

    func enterPipeline() { unsafe PQenterPipelineMode(pointer) }
    func exitPipeline() { unsafe PQexitPipelineMode(pointer) }
    func sendSync() throws(PostgresError) {
        guard unsafe PQpipelineSync(pointer) == 1 else { throw lost() }
    }
    func setSingleRowMode() { unsafe PQsetSingleRowMode(pointer) }

    // MARK: - Receiving

    /// The next result of what was sent, nil at the end of one statement.
    func nextResult(_ deadline: Deadline) throws(PostgresError) -> PGResult? {
        try flush(deadline)
        while unsafe PQisBusy(pointer) == 1 {
            try wait(for: CShort(POLLIN), deadline)
            guard unsafe PQconsumeInput(pointer) == 1 else { throw lost() }
        }
        guard let result = unsafe PQgetResult(pointer) else {
            guard unsafe PQstatus(pointer) == CONNECTION_OK else { throw lost() }
            return nil
        }
        return unsafe PGResult(owning: result)
    }

    /// The error of a failed result.
    func failure(_ result: borrowing PGResult) -> PostgresError {
        guard let diagnostic = result.diagnostic else { return lost() }
        // Past a deadline it is the server's error like any other.
        if diagnostic.sqlState == .queryCanceled, cancelWasSent, signal.isRaised {
            return PostgresError(.cancelled)
        }
        return PostgresError(.server(diagnostic))
    }

    private func lost() -> PostgresError {
        PostgresError(.connectionLost(message))
    }

    /// While flushing, input is consumed too: otherwise both sides may wait for each other (manual, section 34.4).
    private func flush(_ deadline: Deadline) throws(PostgresError) {
        while true {
            switch unsafe PQflush(pointer) {
            case 0: return
            case 1:
                try wait(for: CShort(POLLIN | POLLOUT), deadline)
                guard unsafe PQconsumeInput(pointer) == 1 else { throw lost() }
            default: throw lost()
            }
        }
    }

    // MARK: - COPY

    func putCopy(_ bytes: [UInt8], _ deadline: Deadline) throws(PostgresError) {
        while true {
            let answer = unsafe bytes.withUnsafeBytes { buffer in
                unsafe PQputCopyData(
                    pointer,
                    buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(buffer.count)
                )
            }
            switch answer {
            case 1:
                // Back-pressure: no more is queued than the socket takes.
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
            case 1: return
            case 0: try wait(for: CShort(POLLOUT), deadline)
            default: throw lost()
            }
        }
    }

    /// The next block of a COPY out, nil at its end.
    func nextCopy(_ deadline: Deadline) throws(PostgresError) -> [UInt8]? {
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let count = unsafe PQgetCopyData(pointer, &buffer, 1)
            switch count {
            case 0:
                try wait(for: CShort(POLLIN), deadline)
                guard unsafe PQconsumeInput(pointer) == 1 else { throw lost() }
            case -1: return nil
            case ..<0: throw lost()
            default:
                defer { unsafe PQfreemem(buffer) }
                let bytes = unsafe UnsafeRawBufferPointer(start: buffer, count: Int(count))
                return unsafe [UInt8](bytes)
            }
        }
    }

    // MARK: - Waiting

    private func wait(for events: CShort, _ deadline: Deadline) throws(PostgresError) {
        guard !waitOnSocket(for: events, deadline) else { return }
        // Past the deadline the server is asked to stop; if even that is not answered, the connection is given up.
        cancelOnServer()
        guard waitOnSocket(for: events, Deadline(after: .seconds(5))) else {
            throw PostgresError(.deadlineExceeded(deadline.limit))
        }
    }

    /// False when the deadline came first.
    private func waitOnSocket(for events: CShort, _ deadline: Deadline) -> Bool {
        while true {
            var watched = [
                pollfd(fd: unsafe PQsocket(pointer), events: events, revents: 0),
                pollfd(fd: signal.descriptor, events: CShort(POLLIN), revents: 0),
            ]
            let watchesSignal = isCancellable && !cancelWasSent
            let patience = cancelWasSent ? min(Self.cancelInterval, deadline.milliseconds) : deadline.milliseconds
            let count = unsafe poll(&watched, watchesSignal ? 2 : 1, patience)
            if count > 0, watched[0].revents != 0 { return true }
            if count > 0, watched[1].revents != 0 {
                cancelOnServer()
            } else if count == 0, deadline.isOver {
                return false
            } else if count == 0, cancelWasSent {
                cancelOnServer()
            }
        }
    }

    /// A request that overtakes its statement finds nothing to cancel and is forgotten, so it is made again after this
    /// many milliseconds, until the statement ends.
    private static let cancelInterval: Int32 = 50

    /// libpq 15 opens a second connection for this and blocks for its duration, on this thread only.
    private func cancelOnServer() {
        guard let cancel = unsafe PQgetCancel(pointer) else { return }
        cancelWasSent = true
        var text = [CChar](repeating: 0, count: 256)
        unsafe PQcancel(cancel, &text, Int32(text.count))
        unsafe PQfreeCancel(cancel)
    }

    /// Called when a statement's results are all read: a later cancellation belongs to the next one.
    func statementEnded() {
        cancelWasSent = false
    }
}

extension [String] {
    /// A NULL-terminated array of C strings.
    fileprivate func withCStrings<R>(_ body: (UnsafePointer<UnsafePointer<CChar>?>) -> R) -> R {
        let copies = unsafe map { unsafe UnsafePointer<CChar>(strdup($0)) } + [nil]
        defer {
            unsafe copies.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
        }
        return unsafe copies.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("the array ends with a NULL") }
            return unsafe body(start)
        }
    }
}

extension [Parameter] {
    /// The five parallel arrays of `PQsendQueryParams`, over one buffer that lives as long as `body` runs.
    fileprivate func withCParameters(
        _ body: (
            Int32, UnsafePointer<Oid>, UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>
        ) -> Int32
    ) -> Int32 {
        // A trailing element keeps the pointers valid when there are no parameters.
        let types = map { Oid($0.oid.rawValue) } + [0]
        let lengths = map { Int32($0.bytes?.count ?? 0) } + [0]
        let formats = [Int32](repeating: 1, count: count + 1)
        // One spare byte, so that the buffer has an address even when every value is empty.
        let buffer = reduce(into: [UInt8]()) { $0.append(contentsOf: $1.bytes ?? []) } + [0]
        return unsafe buffer.withUnsafeBytes { bytes in
            var offset = 0
            var values: [UnsafePointer<CChar>?] = unsafe []
            for parameter in self {
                guard let count = parameter.bytes?.count else {
                    unsafe values.append(nil)
                    continue
                }
                unsafe values.append(bytes.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self))
                offset += count
            }
            unsafe values.append(nil)
            return unsafe body(Int32(self.count), types, values, lengths, formats)
        }
    }
}
