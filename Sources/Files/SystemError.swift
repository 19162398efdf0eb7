internal import Glibc

/// Why the system refused a call, in its own words.
public struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The `errno`.
    public let code: Int32

    /// - Parameter code: an `errno`.
    public init(code: Int32) {
        self.code = code
    }

    /// What the last call of this thread failed with.
    public static var last: SystemError { SystemError(code: errno) }

    /// As "No space left on device".
    public var description: String {
        // glibc's strerror answers from a buffer of the thread.
        unsafe String(cString: strerror(code))
    }
}
