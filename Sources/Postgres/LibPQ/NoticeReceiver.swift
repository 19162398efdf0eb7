import CLibPQ

/// Passes the notices and warnings of the server on.
final class NoticeReceiver: Sendable {
    let body: @Sendable (ServerDiagnostic) -> Void

    init(_ body: @escaping @Sendable (ServerDiagnostic) -> Void) {
        self.body = body
    }
}

/// The C entry; without a receiver, notices are dropped rather than printed on standard error.
func receiveNotice(_ context: UnsafeMutableRawPointer?, _ result: OpaquePointer?) {
    guard let context = unsafe context, let result = unsafe result else { return }
    // libpq keeps the result and clears it.
    guard let diagnostic = unsafe PGResult.diagnostic(of: result) else { return }
    unsafe Unmanaged<NoticeReceiver>.fromOpaque(context).takeUnretainedValue().body(diagnostic)
}
