import Texts

/// The values of a refusal, as the database writes them into the detail: a JSON object of texts and whole numbers.
struct RefusalDetail {
    private(set) var arguments: [String: TextArgument] = [:]
    private var rest: Substring.UnicodeScalarView

    /// Reads the pairs up to the first value that is neither a text nor a whole number.
    init(_ json: String) {
        rest = json[...].unicodeScalars
        guard take("{") else { return }
        repeat {
            guard let name = text(), take(":"), let value = value() else { return }
            arguments[name] = value
        } while take(",")
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == " " || $0 == "\n" } }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipSpace()
        guard rest.first == scalar else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func value() -> TextArgument? {
        skipSpace()
        if rest.first == "\"" { return text().map { .text($0) } }
        let digits = rest.prefix { $0 == "-" || ("0"..."9").contains($0) }
        rest = rest.dropFirst(digits.count)
        return Int(String(digits)).map { .number($0) }
    }

    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                guard let escaped = escaped() else { return nil }
                text.append(escaped)
            default: text.append(scalar)
            }
        }
        return nil
    }

    /// `jsonb` writes `\u` for control characters only, and these are never halves of a pair.
    private mutating func escaped() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "u":
            let digits = rest.prefix(4)
            rest = rest.dropFirst(digits.count)
            return UInt32(String(digits), radix: 16).flatMap { Unicode.Scalar($0) }
        case let scalar: return scalar
        }
    }
}
