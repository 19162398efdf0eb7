import Characters

/// One line on a terminal: texts with their styles, cut at the terminal's width before any colour is put in.
struct TerminalLine {
    enum Style: Sendable {
        case plain
        case strong
        /// What stands out well, such as the talent pool.
        case high
        /// What wants to be looked at.
        case low
    }

    private var spans: [(text: String, style: Style)]

    init(_ text: String, _ style: Style = .plain) { spans = [(text.visibleLine, style)] }

    mutating func append(_ text: String, _ style: Style = .plain) { spans.append((text.visibleLine, style)) }

    func rendered(width: Int, colour: Bool) -> String {
        var text = spans.map(\.text).joined().shortened(to: width)
        while text.last == " " { text.removeLast() }
        guard colour else { return text }
        var rest = text[...]
        var line = ""
        for span in spans {
            line += Self.painted(String(rest.prefix(span.text.count)), span.style)
            rest = rest.dropFirst(span.text.count)
        }
        return line
    }

    private static func painted(_ text: String, _ style: Style) -> String {
        guard !text.isEmpty else { return text }
        return switch style {
        case .plain: text
        case .strong: "\u{1B}[1m\(text)\u{1B}[0m"
        case .high: "\u{1B}[1;36m\(text)\u{1B}[0m"
        case .low: "\u{1B}[33m\(text)\u{1B}[0m"
        }
    }
}
