internal import Characters
internal import Logging

/// A JSON object in one line, as bytes (RFC 8259).
struct JSONLine {
    private(set) var bytes: [UInt8] = []

    /// - Parameter members: in that order; their names differ.
    init(_ members: [(String, Logger.MetadataValue)]) {
        bytes.reserveCapacity(256)
        append(members)
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(_ members: [(String, Logger.MetadataValue)]) {
        bytes.append(UInt8(ascii: "{"))
        for (index, (name, value)) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(name)
            bytes.append(UInt8(ascii: ":"))
            append(value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func append(_ value: Logger.MetadataValue) {
        switch value {
        case .string(let text): append(text)
        case .stringConvertible(let value): append(value.description)
        case .dictionary(let members): append(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(value)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
            case "\n": bytes += #"\n"#.utf8
            case "\r": bytes += #"\r"#.utf8
            case "\t": bytes += #"\t"#.utf8
            case let scalar where ControlCharacter(scalar) != nil:
                let digits = String(scalar.value, radix: 16)
                bytes += #"\u"#.utf8
                bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
                bytes += digits.utf8
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
