/// One request of HTTP/1.1 or 1.0, read byte by byte: the head within bounds, and no body (RFC 9112).
///
/// Strict where the RFC lets a server choose: lines end with CR and LF, a header does not go on in the next line, and what
/// follows the head is not looked at.
struct ProbeRequest {
    /// In bytes, or a number of headers.
    enum Limit {
        static let requestLine = 1_024
        static let headerLine = 4_096
        static let head = 8_192
        static let headers = 64
    }

    /// Why no answer is looked for.
    enum Flaw: Error {
        case malformed(String)
        case version
        case targetTooLong
        case headersTooLarge
        case body
        /// It did not come in time.
        case late
    }

    private(set) var method = ""
    /// Without a query, a scheme and a host.
    private(set) var path = ""
    /// Something of it has come.
    var hasBegun: Bool { size > 0 }

    private var line: [UInt8] = []
    private var size = 0
    private var endsLine = false
    private var hasRequestLine = false
    private var isVersion11 = false
    private var headers = 0
    private var hosts = 0
    private var announcesBody = false

    /// - Returns: whether the head is whole.
    mutating func take(_ bytes: some Sequence<UInt8>) throws(Flaw) -> Bool {
        for byte in bytes where try take(byte) { return true }
        return false
    }

    private mutating func take(_ byte: UInt8) throws(Flaw) -> Bool {
        size += 1
        guard size <= Limit.head else { throw .headersTooLarge }
        if endsLine {
            guard byte == 0x0A else { throw .malformed("a CR stands without its LF") }
            endsLine = false
            defer { line.removeAll(keepingCapacity: true) }
            return try endLine()
        }
        switch byte {
        case 0x0D: endsLine = true
        case 0x20...0x7E: line.append(byte)
        case 0x09 where hasRequestLine, 0x80...0xFF where hasRequestLine: line.append(byte)
        default: throw .malformed("a byte cannot stand in a request's head")
        }
        guard hasRequestLine else {
            guard line.count <= Limit.requestLine else { throw .targetTooLong }
            return false
        }
        guard line.count <= Limit.headerLine else { throw .headersTooLarge }
        return false
    }

    /// - Returns: whether it was the last.
    private mutating func endLine() throws(Flaw) -> Bool {
        guard hasRequestLine else {
            // One empty line before it is overlooked (RFC 9112, section 2.2).
            guard !line.isEmpty || size > 2 else { return false }
            try readRequestLine()
            hasRequestLine = true
            return false
        }
        guard line.isEmpty else {
            try readHeader()
            return false
        }
        guard hosts == 1 || !isVersion11 && hosts == 0 else { throw .malformed("there must be one Host") }
        guard !announcesBody else { throw .body }
        return true
    }

    private mutating func readRequestLine() throws(Flaw) {
        let parts = line.split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[1].isEmpty, Self.isToken(parts[0]) else {
            throw .malformed("the first line is not 'GET /live HTTP/1.1'")
        }
        let version = parts[2]
        guard version.count == 8, version.starts(with: "HTTP/".utf8), version.dropFirst(6).first == UInt8(ascii: ".")
        else { throw .malformed("the first line is not 'GET /live HTTP/1.1'") }
        guard version.elementsEqual("HTTP/1.1".utf8) || version.elementsEqual("HTTP/1.0".utf8) else { throw .version }
        isVersion11 = version.last == UInt8(ascii: "1")
        method = String(decoding: parts[0], as: UTF8.self)
        path = Self.path(of: String(decoding: parts[1], as: UTF8.self))
    }

    /// Of `/live?x` and of `http://host/live` (RFC 9112, section 3.2).
    private static func path(of target: String) -> String {
        var path = target[...]
        if path.prefix(7).lowercased() == "http://" {
            path = path.dropFirst(7)
            path = path[(path.firstIndex(of: "/") ?? path.endIndex)...]
        }
        return String(path.prefix { $0 != "?" })
    }

    private mutating func readHeader() throws(Flaw) {
        headers += 1
        guard headers <= Limit.headers else { throw .headersTooLarge }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isToken(line[..<colon]) else {
            throw .malformed("a header is not 'name: value' in one line")
        }
        let value = line[(colon + 1)...].filter { $0 != 0x20 && $0 != 0x09 }
        switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
        case "host": hosts += 1
        case "transfer-encoding": announcesBody = true
        case "content-length":
            guard !value.isEmpty, value.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw .malformed("Content-Length is no number")
            }
            if value.contains(where: { $0 != 0x30 }) { announcesBody = true }
        default: break
        }
    }

    /// RFC 9110, section 5.6.2.
    private static func isToken(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
