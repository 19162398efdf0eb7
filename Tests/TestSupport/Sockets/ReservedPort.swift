import Glibc

/// A free TCP port, kept free: bound without listening, it is given to nobody else, and a server that sets
/// `SO_REUSEADDR`, as PostgreSQL and PgBouncer do, can still take it, as often as it is restarted.
final class ReservedPort: Sendable {
    let number: Int
    private let descriptor: CInt

    init() throws(StageError) {
        descriptor = try Sockets.bind(.network(0))
        number = Sockets.port(of: descriptor)
    }

    deinit { close(descriptor) }
}
