/// The labels of a series: sorted by name, each name once.
struct LabelSet: Hashable {
    private struct Label: Hashable {
        let name: String
        let value: String
    }

    private let labels: [Label]

    /// - Parameter dimensions: of two with one name the last counts. `le` and `quantile` are Prometheus'
    ///   own and become `exported_le` and `exported_quantile`.
    init(_ dimensions: [(String, String)]) {
        var labels: [Label] = []
        labels.reserveCapacity(dimensions.count)
        for (name, value) in dimensions {
            let name = name == "le" || name == "quantile" ? "exported_" + name : MetricName.label(name)
            labels.removeAll { $0.name == name }
            labels.append(Label(name: name, value: value))
        }
        self.labels = labels.count > 1 ? labels.sorted { $0.name < $1.name } : labels
    }

    /// `a="1",b="2"`, without braces; empty without labels.
    var text: String {
        labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
    }

    private static func escaped(_ value: String) -> String {
        guard value.utf8.contains(where: { [UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "\n")].contains($0) })
        else { return value }
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += #"\\"#
            case "\"": text += #"\""#
            case "\n": text += #"\n"#
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
