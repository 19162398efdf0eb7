/// The generated source: an array of raw string literals, which the compiler takes in without looking inside.
struct EmbeddedSource {
    private var entries = ""

    var text: String {
        """
        enum EmbeddedFiles {
            /// Sorted by path.
            static let all: [(path: String, text: String)] = [
        \(entries)    ]
        }

        """
    }

    mutating func append(path: String, text: String) {
        entries += "(\n\(Self.literal(path)),\n\(Self.literal(text))\n),\n"
    }

    /// A multi-line raw string with more `#` than follow any quote or backslash of the text.
    ///
    /// A carriage return and a zero byte are escaped: the compiler would change the one and refuse the other.
    private static func literal(_ text: String) -> String {
        var longest = 0
        var run: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): run = 0
            case UInt8(ascii: "#"): run = run.map { $0 + 1 }
            default: run = nil
            }
            longest = max(longest, run ?? 0)
        }
        let fence = String(repeating: "#", count: longest + 1)
        var body = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": body.append(contentsOf: "\\\(fence)r".unicodeScalars)
            case "\0": body.append(contentsOf: "\\\(fence)0".unicodeScalars)
            default: body.append(scalar)
            }
        }
        return "\(fence)\"\"\"\n\(String(body))\n\"\"\"\(fence)"
    }
}
