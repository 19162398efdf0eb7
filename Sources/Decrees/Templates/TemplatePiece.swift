/// A part of a template: text, or a tag between two braces, with the line on which it begins.
struct TemplatePiece: Equatable {
    let content: Content
    let line: Int

    enum Content: Equatable {
        case text(String)
        case value(String)
        case section(String, inverted: Bool)
        case end(String)
        case partial(String)
        case comment
        case refused(TemplateProblem.Kind)
    }

    /// Of the Mustache language only values, sections, comments and the letterhead are taken: delimiters, pragmas, lambdas,
    /// inheritance and values without escaping would let a template print what it was not given to print.
    static func pieces(of template: String) -> [TemplatePiece] {
        var pieces: [TemplatePiece] = []
        var rest = Substring(template)
        var line = 1
        func add(_ content: Content, _ source: Substring) {
            pieces.append(TemplatePiece(content: content, line: line))
            line += source.unicodeScalars.count { $0 == "\n" }
        }
        while !rest.isEmpty {
            guard let open = rest.firstRange(of: "{{") else {
                add(.text(String(rest)), rest)
                break
            }
            if open.lowerBound > rest.startIndex {
                let text = rest[..<open.lowerBound]
                add(.text(String(text)), text)
            }
            let inside = rest[open.upperBound...]
            if inside.hasPrefix("{") || inside.hasPrefix("&") {
                add(.refused(.rawValue), "")
                rest = inside.firstRange(of: "}}").map { inside[$0.upperBound...].drop { $0 == "}" } } ?? ""
                continue
            }
            guard let close = inside.firstRange(of: "}}") else {
                add(.refused(.tagOpen), inside)
                break
            }
            let tag = inside[..<close.lowerBound]
            add(content(of: tag), tag)
            rest = inside[close.upperBound...]
        }
        return pieces
    }

    private static func content(of tag: Substring) -> Content {
        guard let sigil = tag.first else { return .refused(.tagRefused("")) }
        if sigil == "!" { return .comment }
        let isPlain = sigil == " " || isName(tag.prefix(1))
        let name = String((isPlain ? tag : tag.dropFirst()).trimmingSpaces)
        guard isName(name[...]) else { return .refused(.tagRefused(String(tag))) }
        switch sigil {
        case "#": return .section(name, inverted: false)
        case "^": return .section(name, inverted: true)
        case "/": return .end(name)
        case ">": return .partial(name)
        default: return isPlain ? .value(name) : .refused(.tagRefused(String(tag)))
        }
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}

extension Substring {
    var trimmingSpaces: Substring {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }
}
