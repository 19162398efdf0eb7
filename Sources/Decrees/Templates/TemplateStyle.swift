/// The style of the papers, which must not fetch anything, nor end the element that it stands in.
enum TemplateStyle {
    /// A backslash could hide any of the others.
    private static let refused = [
        "<", "\\", "@import", "@font-face", "@namespace", "http:", "https:", "image-set(", "image(", "src(",
        "element(", "expression(", "javascript:",
    ]

    static func problems(_ style: String) -> [(TemplateProblem.Kind, line: Int)] {
        var problems: [(TemplateProblem.Kind, line: Int)] = []
        for (index, line) in style.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let text = line.lowercased()
            for word in refused where text.contains(word) { problems.append((.styleRefused(word), index + 1)) }
            for part in text.components(after: "url(") where !isPicture(part) {
                problems.append((.remote("url("), index + 1))
            }
        }
        return problems
    }

    private static func isPicture(_ source: Substring) -> Bool {
        let source = source.drop { $0 == "\"" || $0 == "'" }
        return ["png", "jpeg", "svg+xml"].contains { source.hasPrefix("data:image/\($0);base64,") }
    }
}

extension String {
    fileprivate func components(after mark: String) -> [Substring] {
        var parts: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            rest = rest[range.upperBound...]
            parts.append(rest)
        }
        return parts
    }
}
