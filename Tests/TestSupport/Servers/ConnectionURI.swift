/// A connection string of libpq that is complete by itself, whatever the `PG*` variables say.
struct ConnectionURI {
    static func text(host: String, port: Int, _ parameters: [String: String]) -> String {
        let all = parameters.merging(["host": host, "port": "\(port)"]) { theirs, _ in theirs }
        let words = all.sorted { $0.key < $1.key }.map { "\($0.key)=\(encoded($0.value))" }
        return "postgresql://?" + words.joined(separator: "&")
    }

    /// RFC 3986: everything but unreserved characters is escaped.
    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
                || "-._~".unicodeScalars.contains(scalar)
            {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
            }
        }
    }
}
