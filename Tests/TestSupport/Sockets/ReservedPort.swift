import Glibc

/// A free TCP port, kept free: it is bound without listening, so nobody else gets it, and a server that sets
/// `SO_REUSEADDR`, as PostgreSQL and PgBouncer do, can still take it, also after each restart.
final class ReservedPort: Sendable {
    let number: Int
    private let descriptor: CInt

    init() throws(StageError) {
        descriptor = try Sockets.bind(.network(0))
        number = Sockets.port(of: descriptor)
    }

    deinit { close(descriptor) }
}
