/// A server's address on this machine.
public enum ServerAddress: Sendable, Hashable {
    /// The socket's path: a directory and `.s.PGSQL.` with a port.
    case socket(String)
    /// A TCP port of 127.0.0.1.
    case network(Int)
}
