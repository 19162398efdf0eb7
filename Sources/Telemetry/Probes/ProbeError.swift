/// What keeps probes from being answered, and what to do.
public enum ProbeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text is not an address.
    case malformedAddress(String)
    /// The address can be reached from other machines.
    case notLoopback(host: String)
    /// The path of a Unix socket is relative, too long or holds a zero byte.
    case unusablePath(String)
    /// Another process answers there.
    case inUse(ProbeAddress)
    /// There is a file that is not a socket; it was left alone.
    case notSocket(path: String)
    /// The system refused.
    case refused(ProbeAddress, cause: String)

    public var description: String {
        switch self {
        case .malformedAddress(let text):
            """
            '\(text)' is no address for probes; write 127.0.0.1:9464, [::1]:9464, localhost:9464, :9464 or \
            unix:/run/mutasid/probe.sock
            """
        case .notLoopback(let host):
            """
            probes are not answered on '\(host)', for they ask for no password and speak no TLS, and other machines \
            may reach it; listen on 127.0.0.1 or a Unix socket and put a reverse proxy before it
            """
        case .unusablePath(let path):
            "'\(path)' cannot be the path of a Unix socket; write an absolute path of at most 107 bytes"
        case .inUse(let address):
            "\(address) is in use by another process; stop that process or choose another address for probes"
        case .notSocket(let path):
            "\(path) is a file but no socket, so it was left alone; remove it or choose another path for probes"
        case .refused(let address, let cause):
            """
            cannot answer probes on \(address): \(cause); see that the directory or the port may be used, or choose \
            another
            """
        }
    }
}
