/// A text with places for what differs each time: "{count} {count:run|runs} of cycle {cycle}".
///
/// `{name}` is the argument; `{name:one|other}` is the first form where the argument is the number 1, else the second.
public struct TextTemplate: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case literal(String)
        case place(String)
        case form(name: String, one: String, other: String)
    }

    /// As it stands in the catalogue.
    public let source: String
    private let parts: [Part]

    /// Throws `MalformedText` for a brace that is not closed, or that holds no name.
    public init(_ source: String) throws(MalformedText) {
        self.source = source
        var (parts, rest): ([Part], Substring) = ([], source[...])
        while let opening = rest.firstIndex(of: "{") {
            if opening > rest.startIndex { parts.append(.literal(String(rest[..<opening]))) }
            guard let closing = rest[opening...].firstIndex(of: "}") else { throw MalformedText(source: source) }
            parts.append(try Self.part(rest[rest.index(after: opening)..<closing], of: source))
            rest = rest[rest.index(after: closing)...]
        }
        guard !rest.contains("}") else { throw MalformedText(source: source) }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
    }

    private static func part(_ words: Substring, of source: String) throws(MalformedText) -> Part {
        let halves = words.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(halves[0])
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else {
            throw MalformedText(source: source)
        }
        guard halves.count == 2 else { return .place(name) }
        let forms = halves[1].split(separator: "|", omittingEmptySubsequences: false)
        guard forms.count == 2 else { throw MalformedText(source: source) }
        return .form(name: name, one: String(forms[0]), other: String(forms[1]))
    }

    /// The names of the arguments that it says.
    public var names: Set<String> {
        Set(
            parts.compactMap { part in
                switch part {
                case .literal: nil
                case .place(let name), .form(let name, _, _): name
                }
            }
        )
    }

    /// How much of it is the same each time.
    var ownLength: Int {
        parts.reduce(0) { length, part in
            if case .literal(let text) = part { length + text.count } else { length }
        }
    }

    /// The values of its places in a text that it made; nil for a text that it cannot have made. A place takes as little as
    /// it can.
    public func values(in text: String) -> [String: String]? { Self.values(of: parts[...], in: text[...]) }

    private static func values(of parts: ArraySlice<Part>, in text: Substring) -> [String: String]? {
        guard let part = parts.first else { return text.isEmpty ? [:] : nil }
        let rest = parts.dropFirst()
        switch part {
        case .literal(let literal):
            return text.hasPrefix(literal) ? values(of: rest, in: text.dropFirst(literal.count)) : nil
        case .form(_, let one, let other):
            for form in [one, other] where text.hasPrefix(form) {
                if let values = values(of: rest, in: text.dropFirst(form.count)) { return values }
            }
            return nil
        case .place(let name):
            var end = text.startIndex
            while end < text.endIndex {
                end = rest.isEmpty ? text.endIndex : text.index(after: end)
                if let others = values(of: rest, in: text[end...]) {
                    return others.merging([name: String(text[..<end])]) { $1 }
                }
            }
            return nil
        }
    }

    /// The text with its arguments; one that is missing shows as its place, so that nothing else is lost.
    public func filled(_ arguments: [String: TextArgument], in language: Language) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .place(let name): arguments[name]?.words(in: language) ?? "{\(name)}"
            case .form(let name, let one, let other): arguments[name] == .number(1) ? one : other
            }
        }
        .joined()
    }
}

/// A text of the catalogue that cannot be read.
public struct MalformedText: Error, Equatable {
    public let source: String

    public init(source: String) { self.source = source }
}
