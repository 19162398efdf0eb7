import Characters
import Mustache
import Texts

/// The templates of all papers, checked: what the program brings, and what the city puts in its place.
///
/// A template is a [Mustache](https://mustache.github.io) text of HTML elements without a head: values between two braces, sections,
/// comments, and `{{> kop}}` for the letterhead. Values are always escaped. `gaya.css` is the style of all of them.
public struct PaperTemplates: Sendable {
    private let library: MustacheLibrary
    private let style: String

    private static let title: MustacheTemplate = {
        do { return try MustacheTemplate(string: "<title>{{judul}}</title>") } catch { preconditionFailure("\(error)") }
    }()

    private static let demoStyle = """

        <style>
        @page { @bottom-left { content: '\(Message.demoMarkShort().indonesian)'; font: 600 9pt Helvetica, Arial, sans-serif; color: #1a1a1a; } }
        </style>
        """
    private static let demoMark = """

        <p style="border: 1px solid; padding: 2mm; margin: 0 0 4mm; font: 600 9pt Helvetica, Arial, sans-serif; text-align: center">\
        \(Message.demoMark().indonesian)</p>
        """

    /// What the program brings, by the file's name: also what a city begins with.
    public static let standardFiles: [String: String] = Dictionary(
        uniqueKeysWithValues: EmbeddedFiles.all.map { ($0.path, $0.text) }
    )

    /// The templates that the program brings.
    public static let standard: PaperTemplates = {
        do throws(TemplateRefusal) {
            return try PaperTemplates(replacing: [:])
        } catch {
            preconditionFailure("\(error.problems.map(\.wording.english))")
        }
    }()

    /// - Parameter files: the texts of the city's own files, by the file's name (`keputusan.mustache`, `gaya.css`); what is not
    ///   among them stays as the program brings it.
    /// - Throws: ``TemplateRefusal`` with every problem of every file.
    public init(replacing files: [String: String]) throws(TemplateRefusal) {
        var problems: [TemplateProblem] = []
        for file in files.keys where !PaperKind.fileNames.contains(file) {
            problems.append(TemplateProblem(file: file, line: 1, kind: .fileUnknown))
        }
        let texts = Self.standardFiles.merging(files) { $1 }
        let style = texts[PaperKind.style, default: ""]
        problems += TemplateStyle.problems(style)
            .map { TemplateProblem(file: PaperKind.style, line: $1, kind: $0) }
        var library = MustacheLibrary()
        func take(_ name: String, _ check: TemplateCheck) {
            problems += check.problems
            guard check.problems.isEmpty else { return }
            do {
                try library.register(texts[name + ".mustache", default: ""], named: name)
            } catch {
                let line = (error as? MustacheTemplate.ParserError)?.context.lineNumber ?? 1
                problems.append(TemplateProblem(file: name + ".mustache", line: line, kind: .malformed))
            }
        }
        take(
            PaperKind.letterhead,
            TemplateCheck(
                texts[PaperKind.letterhead + ".mustache", default: ""],
                file: PaperKind.letterhead + ".mustache",
                variables: PaperKind.common
            )
        )
        for kind in PaperKind.allCases {
            take(
                kind.rawValue,
                TemplateCheck(
                    texts[kind.file, default: ""],
                    file: kind.file,
                    variables: kind.variables,
                    mandatory: kind.mandatory,
                    partials: [PaperKind.letterhead]
                )
            )
        }
        guard problems.isEmpty else { throw TemplateRefusal(problems: problems) }
        self.library = library
        self.style = style
    }

    /// The paper as a self-contained HTML page for A4: no script, no font and no picture from elsewhere.
    ///
    /// - Parameter isDemo: whether the people are generated: then each sheet says so, whatever the city's templates say.
    /// - Throws: ``PaperRefusal`` when a text that the paper needs is empty.
    public func print(_ paper: some Paper, isDemo: Bool = false) throws(PaperRefusal) -> String {
        let kind = type(of: paper).kind
        let values = paper.values
        let missing = values.missing(of: kind.variables).sorted()
        guard missing.isEmpty else { throw PaperRefusal(problems: missing.map { .missing($0) }) }
        guard let body = library.render(values.forTemplate, withTemplate: kind.rawValue),
            case let title = Self.title.render(["judul": paper.title.visibleLine])
        else { preconditionFailure("\(kind.file) was checked and is not registered") }
        return """
            <!DOCTYPE html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            \(title)
            <style>
            \(style)
            </style>\(isDemo ? Self.demoStyle : "")
            </head>
            <body class="\(kind.rawValue)">\(isDemo ? Self.demoMark : "")
            \(body)
            </body>
            </html>

            """
    }
}
