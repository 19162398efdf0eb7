public import Texts

/// What is wrong with a template, where, and what to do.
public struct TemplateProblem: Error, Sendable, Hashable {
    /// Its name in the folder, "keputusan.mustache".
    public let file: String
    /// From 1; the last one for what is missing.
    public let line: Int
    public let kind: Kind

    public enum Kind: Sendable, Hashable {
        /// The folder has a file that no paper uses.
        case fileUnknown
        case tagOpen
        case tagRefused(String)
        /// Three braces or an ampersand, which would print a value as markup.
        case rawValue
        case variableUnknown(String, known: String)
        case listAsText(String)
        case textAsSection(String)
        case unguarded(String)
        case sectionOpen(String)
        case sectionStray(String)
        case partialUnknown(String)
        case mandatoryMissing(String)
        case elementRefused(String)
        case attributeRefused(String)
        /// A link, a picture or a font that would have to be fetched.
        case remote(String)
        case elementBroken
        case elementOpen(String)
        case elementStray(String)
        case styleRefused(String)
        /// What the template library refuses beside this.
        case malformed
    }

    /// What is wrong and what to do, in both languages, with the place.
    public var wording: Wording {
        Wording(
            indonesian: "\(file), baris \(line): \(problem.indonesian)",
            english: "\(file), line \(line): \(problem.english)"
        )
    }

    /// The same without the place.
    public var problem: Wording {
        let (key, arguments): (String, [String: TextArgument]) =
            switch kind {
            case .fileUnknown:
                (
                    "file_unknown",
                    ["files": .text(PaperKind.fileNames.joined(separator: ", "))]
                )
            case .tagOpen: ("tag_open", [:])
            case .tagRefused(let tag): ("tag_refused", ["tag": .text(tag)])
            case .rawValue: ("raw_value", [:])
            case .variableUnknown(let name, let known):
                ("variable_unknown", ["name": .text(name), "known": .text(known)])
            case .listAsText(let name): ("list_as_text", ["name": .text(name)])
            case .textAsSection(let name): ("text_as_section", ["name": .text(name)])
            case .unguarded(let name): ("unguarded", ["name": .text(name)])
            case .sectionOpen(let name): ("section_open", ["name": .text(name)])
            case .sectionStray(let name): ("section_stray", ["name": .text(name)])
            case .partialUnknown(let name): ("partial_unknown", ["name": .text(name)])
            case .mandatoryMissing(let name): ("mandatory_missing", ["name": .text(name)])
            case .elementRefused(let name): ("element_refused", ["name": .text(name)])
            case .attributeRefused(let name): ("attribute_refused", ["name": .text(name)])
            case .remote(let text): ("remote", ["text": .text(text)])
            case .elementBroken: ("element_broken", [:])
            case .elementOpen(let name): ("element_open", ["name": .text(name)])
            case .elementStray(let name): ("element_stray", ["name": .text(name)])
            case .styleRefused(let text): ("style_refused", ["text": .text(text)])
            case .malformed: ("malformed", [:])
            }
        return TextCatalogue.findings.wording("template.\(key)", arguments)
    }
}

/// A folder of templates was refused, for every reason at once.
public struct TemplateRefusal: Error, Sendable, Hashable {
    /// At least one, by file and line.
    public let problems: [TemplateProblem]

    init(problems: [TemplateProblem]) {
        self.problems = problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }
}
