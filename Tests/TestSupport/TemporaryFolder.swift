import Foundation

/// A folder that lives as long as its value; its path is short enough for sockets.
public final class TemporaryFolder {
    public let path: String

    public init() throws {
        path = "/tmp/mutasi-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    public func file(_ name: String) -> String { path + "/" + name }
}
