import Characters

/// HTML or SVG text. What is interpolated as a string is escaped, for content and for attributes in double quotes; only
/// literals and other markup enter as they are.
struct Markup: ExpressibleByStringInterpolation {
    private(set) var text: String

    init(stringLiteral value: String) { text = value }
    init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }
        mutating func appendInterpolation(_ number: Int) { text += String(number) }
        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
        mutating func appendInterpolation(_ lines: [Markup]) { text += lines.map(\.text).joined(separator: "\n") }

        mutating func appendInterpolation(_ string: String) {
            for scalar in string.unicodeScalars {
                switch scalar {
                case "&": text += "&amp;"
                case "<": text += "&lt;"
                case ">": text += "&gt;"
                case "\"": text += "&quot;"
                case "\t", "\n", "\r": text.unicodeScalars.append(scalar)
                // Some are not allowed in a document, not even as a reference; others turn what stands beside them.
                default: text += ControlCharacter(scalar)?.escape ?? String(scalar)
                }
            }
        }
    }
}
