/// The elements of a template, which must be whole wherever a section begins and ends, so that the page is well-formed however
/// often the section is repeated.
///
/// Only elements of text and tables are taken, and only attributes that fetch nothing: a template cannot run, and cannot tell
/// anybody what it was printed with.
struct TemplateMarkup {
    /// Elements that are open, and nil where a section began.
    private var open: [(name: String, line: Int)?] = []

    private static let elements: Set = [
        "header", "main", "section", "article", "footer", "div", "p", "span", "b", "i", "u", "em", "strong", "small",
        "sup", "sub", "h1", "h2", "h3", "h4", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr",
        "th", "td", "ol", "ul", "li", "dl", "dt", "dd", "br", "hr", "img",
    ]
    private static let void: Set = ["br", "hr", "img", "col"]
    private static let attributes: Set = [
        "class", "lang", "colspan", "rowspan", "scope", "start", "type", "alt", "width", "height", "src",
    ]

    mutating func beginSection() { open.append(nil) }

    mutating func endSection() -> [(TemplateProblem.Kind, line: Int)] {
        var problems: [(TemplateProblem.Kind, line: Int)] = []
        while let last = open.popLast(), let element = last {
            problems.append((.elementOpen(element.name), element.line))
        }
        return problems
    }

    /// What is wrong in a run of text between two tags of the template.
    mutating func read(_ text: String, line first: Int) -> [(TemplateProblem.Kind, line: Int)] {
        var problems: [(TemplateProblem.Kind, line: Int)] = []
        var line = first
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            line += Self.lines(rest[..<start])
            let inside = rest[rest.index(after: start)...]
            guard let end = inside.firstIndex(where: { $0 == ">" || $0 == "<" }), inside[end] == ">" else {
                return problems + [(.elementBroken, line)]
            }
            let tag = inside[..<end]
            problems += read(tag: tag, line: line).map { ($0, line) }
            line += Self.lines(tag)
            rest = inside[inside.index(after: end)...]
        }
        return problems
    }

    private mutating func read(tag: Substring, line: Int) -> [TemplateProblem.Kind] {
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            guard case let last?? = open.last, last.name == name else { return [.elementStray(name)] }
            open.removeLast()
            return []
        }
        let isClosed = tag.hasSuffix("/")
        let words = isClosed ? tag.dropLast() : tag
        let name = String(words.prefix { !$0.isWhitespace })
        guard Self.elements.contains(name) else { return [.elementRefused(name)] }
        if !isClosed, !Self.void.contains(name) { open.append((name, line)) }
        return Self.problems(ofAttributes: words.dropFirst(name.count), of: name)
    }

    private static func problems(ofAttributes words: Substring, of element: String) -> [TemplateProblem.Kind] {
        var problems: [TemplateProblem.Kind] = []
        var seen: Set<String> = []
        var rest = words.drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let name = String(rest.prefix { $0 != "=" && !$0.isWhitespace })
            let value = rest.dropFirst(name.count)
            guard value.hasPrefix("=\""), let end = value.dropFirst(2).firstIndex(of: "\"") else {
                return problems + [.attributeRefused(name)]
            }
            let text = value.dropFirst(2)[..<end]
            if !attributes.contains(name) || name == "src" && element != "img" || !seen.insert(name).inserted {
                problems.append(.attributeRefused(name))
            } else if name == "src", !isPicture(text) {
                problems.append(.remote(String(text.prefix(60))))
            }
            rest = value[value.index(after: end)...]
            // Attributes stand apart.
            if let next = rest.first, !next.isWhitespace { return problems + [.elementBroken] }
            rest = rest.drop(while: \.isWhitespace)
        }
        return problems
    }

    /// Whether the picture is in the text itself.
    private static func isPicture(_ source: Substring) -> Bool {
        ["png", "jpeg", "svg+xml"].contains { source.hasPrefix("data:image/\($0);base64,") }
    }

    private static func lines(_ text: Substring) -> Int { text.unicodeScalars.count { $0 == "\n" } }
}
