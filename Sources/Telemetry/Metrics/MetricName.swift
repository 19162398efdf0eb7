/// A name as Prometheus allows it: `[a-zA-Z_:][a-zA-Z0-9_:]*` for a metric, the same without `:` for a label.
///
/// Source: <https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels>.
enum MetricName {
    /// The text with each illegal character replaced by `_`.
    static func metric(_ text: String) -> String { legal(text, allowsColon: true) }

    static func label(_ text: String) -> String { legal(text, allowsColon: false) }

    /// The name of a counter ends in `_total`, once.
    static func counter(_ text: String) -> String {
        let name = metric(text)
        return name.hasSuffix("_total") ? name : name + "_total"
    }

    private static func legal(_ text: String, allowsColon: Bool) -> String {
        func isLegal(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            case UInt8(ascii: ":"): allowsColon
            default: false
            }
        }
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 } ?? true }

        if !isDigit(text.utf8.first), text.utf8.allSatisfy(isLegal) { return text }
        var name = isDigit(text.utf8.first) ? "_" : ""
        for scalar in text.unicodeScalars {
            name.unicodeScalars.append(scalar.isASCII && isLegal(UInt8(scalar.value)) ? scalar : "_")
        }
        return name
    }
}
