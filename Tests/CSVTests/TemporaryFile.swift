import Glibc

/// A file that lives as long as its value.
final class TemporaryFile {
    let path: String

    struct Failure: Error {}

    init(_ bytes: [UInt8]) throws {
        var template = Array("/tmp/csv-test-XXXXXX\0".utf8.map { CChar(bitPattern: $0) })
        let file = unsafe mkstemp(&template)
        guard file >= 0 else { throw Failure() }
        defer { close(file) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure() }
            written += count
        }
    }

    deinit {
        unsafe unlink(path)
    }
}
