import Characters

/// A JSON document whose objects keep the order of their keys, so that the same values always give the same text.
public enum JSONValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    /// A number as its exact text, such as "82.50"; a text that is not a JSON number is written as a string.
    case decimal(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    public struct Member: Sendable, Hashable {
        public let key: String
        public let value: JSONValue

        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The document's text, without a line end after the last line.
    ///
    /// - Parameter indent: spaces for each level; 0 puts everything on one line.
    public func rendered(indent: Int = 2) -> String {
        var text = ""
        write(to: &text, indent: indent, level: 0)
        return text
    }
}

extension JSONValue {
    /// A text that may not be known.
    public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A number that may not be known.
    public static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(nilLiteral: ()) { self = .null }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0, $1) })
    }
}

extension JSONValue {
    private func write(to text: inout String, indent: Int, level: Int) {
        switch self {
        case .null: text += "null"
        case .boolean(let flag): text += String(flag)
        case .integer(let number): text += String(number)
        case .decimal(let digits): text += digits.isJSONNumber ? digits : digits.jsonQuoted
        case .string(let string): text += string.jsonQuoted
        case .array(let values):
            Self.write(values, between: "[", "]", to: &text, indent: indent, level: level) { value, text in
                value.write(to: &text, indent: indent, level: level + 1)
            }
        case .object(let members):
            Self.write(members, between: "{", "}", to: &text, indent: indent, level: level) { member, text in
                text += member.key.jsonQuoted + (indent > 0 ? ": " : ":")
                member.value.write(to: &text, indent: indent, level: level + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element],
        between opening: String,
        _ closing: String,
        to text: inout String,
        indent: Int,
        level: Int,
        element write: (Element, inout String) -> Void
    ) {
        func breakLine(_ level: Int) {
            if indent > 0 { text += "\n" + String(repeating: " ", count: indent * level) }
        }
        text += opening
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            breakLine(level + 1)
            write(element, &text)
        }
        if !elements.isEmpty { breakLine(level) }
        text += closing
    }
}

extension String {
    /// RFC 8259, section 7; every other control character is escaped too, for a terminal would obey it.
    fileprivate var jsonQuoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case let scalar where ControlCharacter(scalar) != nil:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// RFC 8259, section 6: sign, whole part without leading noughts, fraction, exponent.
    fileprivate var isJSONNumber: Bool {
        var rest = utf8[...]
        func skip(_ characters: String) -> Bool {
            guard let first = rest.first, characters.utf8.contains(first) else { return false }
            rest.removeFirst()
            return true
        }
        func skipDigits() -> Bool {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            rest.removeFirst(digits.count)
            return !digits.isEmpty
        }
        _ = skip("-")
        guard skip("0") || skipDigits() else { return false }
        if skip("."), !skipDigits() { return false }
        if skip("eE") {
            _ = skip("+-")
            guard skipDigits() else { return false }
        }
        return rest.isEmpty
    }
}
