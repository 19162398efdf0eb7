import CLibPQ
import Glibc

/// Owns one `PGconn` in non-blocking mode: the protocol's steps, and the only place that waits on the socket.
///
/// Confined to its connection's thread. Every wait ends by readiness or by its deadline; cancellation only makes the
/// server end the statement sooner, so the protocol is never left half-way.
@safe final class PGConnection {
    let pointer: OpaquePointer
    let signal: CancelSignal
    /// How long an answer may take beyond what was asked of the server.
    let grace: Duration
    /// While set, a raised signal cancels connecting and the running statement (not so for commit and rollback).
    var isCancellable: Bool
    /// The request to cancel the running statement, from when it was made.
    var cancelRequest: CancelRequest?
    /// Whether one was tried, also where none could be made.
    var hasAskedToCancel = false
    /// The session has the text forms of ours.
    var hasTextForms = false
    /// With what a second connection cancels on an encrypted one; nil behind a pooler.
    let cancelKeywords: [(String, String)]?

    /// Connects within `options.connectTimeout`. Host names are looked up by libpq, here, on the connection's thread.
    init(
        _ options: ConnectionOptions,
        signal: CancelSignal,
        isCancellable: Bool = true,
        onNotice: NoticeReceiver? = nil
    ) throws(PostgresError) {
        self.signal = signal
        self.isCancellable = isCancellable
        grace = options.grace
        cancelKeywords = options.statementMode == .prepared ? options.keywords : nil
        if let flaw = ConnectionString(options.uri).flaw {
            throw PostgresError(.invalidConfiguration(flaw), wasSent: false)
        }
        guard let pointer = unsafe Self.start(options.keywords, PQconnectStartParams) else {
            throw PostgresError(.connectFailed("out of memory", nil), wasSent: false)
        }
        unsafe self.pointer = unsafe pointer
        notices = onNotice
        unsafe PQsetNoticeReceiver(
            pointer,
            receiveNotice,
            onNotice.map { unsafe Unmanaged.passUnretained($0).toOpaque() }
        )
        // The server's report of a refused start-up, or its farewell, carries its SQLSTATE only like this.
        unsafe PQsetErrorVerbosity(pointer, PQERRORS_VERBOSE)
        try finishOpening(Deadline(after: options.connectTimeout))
        unsafe PQsetnonblocking(pointer, 1)
    }

    /// Kept as long as libpq points to it.
    private let notices: NoticeReceiver?

    deinit {
        unsafe PQfinish(pointer)
    }

    /// Begins to connect, or connects, by one of libpq's functions that take parallel arrays of keywords and values.
    static func start(
        _ keywords: [(String, String)],
        _ connect: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<UnsafePointer<CChar>?>?, CInt) ->
            OpaquePointer?
    ) -> OpaquePointer? {
        unsafe keywords.map(\.0)
            .withCStrings { names in
                unsafe keywords.map(\.1).withCStrings { values in unsafe connect(names, values, 1) }
            }
    }

    private func finishOpening(_ deadline: Deadline) throws(PostgresError) {
        var events = CShort(POLLOUT)
        while true {
            guard unsafe PQstatus(pointer) != CONNECTION_BAD else { throw connectFailure() }
            switch waitOnSocket(for: events, deadline, until: isCancellable ? signal : nil) {
            case .ready: break
            case .signalled: throw PostgresError(.cancelled, wasSent: false)
            case .late: throw PostgresError(.connectFailed("no answer within \(deadline.limit)", nil), wasSent: false)
            }
            switch unsafe PQconnectPoll(pointer) {
            case PGRES_POLLING_OK: return
            case PGRES_POLLING_READING: events = CShort(POLLIN)
            case PGRES_POLLING_WRITING: events = CShort(POLLOUT)
            default: throw connectFailure()
            }
        }
    }

    private func connectFailure() -> PostgresError {
        if let flaw = unsafe ConnectionString.flaw(of: pointer) {
            return PostgresError(.invalidConfiguration(flaw), wasSent: false)
        }
        let report = report()
        // Where there is no password to send, libpq gives up by itself.
        let lacksPassword = unsafe PQconnectionNeedsPassword(pointer) == 1
        let state = report.sqlState ?? (lacksPassword ? .invalidPassword : nil)
        var message = report.message
        if let state, state.remedy != .wait {
            message += " (login \(unsafe text(PQuser(pointer))), database \(unsafe text(PQdb(pointer))))"
        }
        return PostgresError(.connectFailed(message, state), wasSent: false)
    }

    private func report() -> ConnectionReport { ConnectionReport(unsafe String(cString: PQerrorMessage(pointer))) }

    private func text(_ value: UnsafeMutablePointer<CChar>?) -> String {
        unsafe value.map { unsafe String(cString: $0) } ?? ""
    }

    // MARK: - State

    var isIdle: Bool {
        unsafe PQstatus(pointer) == CONNECTION_OK && PQtransactionStatus(pointer) == PQTRANS_IDLE
    }

    /// A statement of the transaction has failed, and only a rollback can follow.
    var isInFailedTransaction: Bool { unsafe PQtransactionStatus(pointer) == PQTRANS_INERROR }

    /// Whether the server has closed an idle connection meanwhile. It says nothing else to one that listens to no
    /// channel, and its farewell may come before the end of the stream.
    ///
    /// Looks at the first byte and leaves it there: every transaction asks, and `poll` takes twice as long.
    var wasClosedByServer: Bool {
        var byte: UInt8 = 0
        let count = unsafe recv(PQsocket(pointer), &byte, 1, CInt(MSG_PEEK | MSG_DONTWAIT))
        let isSilent = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return !isSilent || !isIdle
    }

    var serverVersion: Int { Int(unsafe PQserverVersion(pointer)) }

    func lost() -> PostgresError { PostgresError(.connectionLost(report().message)) }
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
