/// A small reader of HTML and SVG that refuses what is not well-formed: a test's own eye on a page.
struct Element {
    let name: String
    var attributes: [String: String] = [:]
    /// The text directly inside, references resolved.
    var text = ""
    var children: [Element] = []

    struct Malformed: Error {
        let what: String
    }

    private static let void: Set = ["meta"]

    /// Every element inside, itself included, in the order of the document.
    var all: [Element] { [self] + children.flatMap(\.all) }

    func all(_ name: String) -> [Element] { all.filter { $0.name == name } }

    /// The text of the element and all that is inside, children's after its own.
    var content: String { children.reduce(text) { $0 + $1.content } }

    static func texts(of svg: String) throws -> (title: String, description: String, texts: [String]) {
        let root = try parse(svg)
        return (
            root.all("title").map(\.text).joined(), root.all("desc").map(\.text).joined(),
            root.all("text").map(\.content)
        )
    }

    /// The one root element of a document: every tag closed in its order, every attribute quoted and given once.
    static func parse(_ document: String) throws -> Element {
        var rest = document[...]
        if rest.hasPrefix("<!DOCTYPE html>") { rest.removeFirst("<!DOCTYPE html>".count) }
        var open = [Element(name: "#document")]
        while let next = rest.first {
            if next != "<" {
                let run = rest.prefix { $0 != "<" }
                open[open.count - 1].text += try resolved(run)
                rest.removeFirst(run.count)
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { throw Malformed(what: "a tag without an end") }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.count > 1, let closed = open.popLast(), closed.name == tag.dropFirst() else {
                    throw Malformed(what: "</\(tag.dropFirst())> closes nothing")
                }
                open[open.count - 1].children.append(closed)
                continue
            }
            let element = try Element(tag: tag)
            if tag.hasSuffix("/") || void.contains(element.name) {
                open[open.count - 1].children.append(element)
            } else {
                open.append(element)
            }
        }
        guard open.count == 1, let root = open[0].children.first, open[0].children.count == 1 else {
            throw Malformed(what: "\(open.map(\.name)) left open, or more than one root")
        }
        return root
    }

    private init(name: String) { self.name = name }

    private init(tag: Substring) throws {
        let body = tag.hasSuffix("/") ? tag.dropLast() : tag
        let name = body.prefix { $0.isLetter || $0.isNumber }
        guard !name.isEmpty else { throw Malformed(what: "<\(tag)> has no name") }
        self.name = String(name)
        var rest = body.dropFirst(name.count)
        while !rest.isEmpty {
            // By hand and not by a pattern: a drawing's paths are long.
            let spaced = rest.drop(while: \.isWhitespace)
            let key = spaced.prefix { $0.isLetter || $0 == "-" }
            let quoted = spaced.dropFirst(key.count)
            guard spaced.startIndex > rest.startIndex, !key.isEmpty, quoted.hasPrefix("=\""),
                case let value = quoted.dropFirst(2).prefix(while: { $0 != "\"" && $0 != "<" }),
                quoted[value.endIndex...].hasPrefix("\"")
            else { throw Malformed(what: "<\(tag)> has a bad attribute") }
            guard attributes.updateValue(try Self.resolved(value), forKey: String(key)) == nil else {
                throw Malformed(what: "<\(tag)> has an attribute twice")
            }
            rest = quoted[value.endIndex...].dropFirst()
        }
    }

    private static func resolved(_ text: Substring) throws -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
        var resolved = String(text)
        for bare in resolved.matches(of: /&(?!amp;|lt;|gt;|quot;)/) {
            throw Malformed(what: "a bare & before \(resolved[bare.range.upperBound...].prefix(10))")
        }
        for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            resolved.replace(reference, with: character)
        }
        return resolved
    }
}
