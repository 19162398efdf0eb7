/// Reads a template as the city wrote it, and finds all that must not be printed with it.
struct TemplateCheck {
    private let file: String
    private var scope: TemplateScope
    private var markup = TemplateMarkup()
    private(set) var problems: [TemplateProblem] = []

    /// The names that the template uses, a list's after its own.
    var used: Set<String> { scope.used }

    /// - Parameters:
    ///   - mandatory: the names without which it is not valid.
    ///   - partials: the files that it may take in.
    init(
        _ template: String,
        file: String,
        variables: [String: TemplateVariable],
        mandatory: [String] = [],
        partials: Set<String> = []
    ) {
        self.file = file
        scope = TemplateScope(variables)
        var end = 1
        for piece in TemplatePiece.pieces(of: template) {
            read(piece, partials)
            end = piece.line
            if case .text(let text) = piece.content { end += text.unicodeScalars.count { $0 == "\n" } }
        }
        if let open = scope.open { add(.sectionOpen(open.name), open.line) }
        while let open = scope.open, scope.end(open.name) { markup.endSection().forEach { add($0, $1) } }
        markup.endSection().forEach { add($0, $1) }
        for name in mandatory where !scope.printed.contains(name) { add(.mandatoryMissing(name), end) }
    }

    private mutating func read(_ piece: TemplatePiece, _ partials: Set<String>) {
        let line = piece.line
        switch piece.content {
        case .text(let text): markup.read(text, line: line).forEach { add($0, $1) }
        case .value(let name): if let problem = scope.value(name) { add(problem, line) }
        case .section(let name, let inverted):
            if let problem = scope.begin(name, inverted: inverted, line: line) { add(problem, line) }
            markup.beginSection()
        case .end(let name):
            guard scope.end(name) else { return add(.sectionStray(name), line) }
            markup.endSection().forEach { add($0, $1) }
        case .partial(let name): if !partials.contains(name) { add(.partialUnknown(name), line) }
        case .comment: break
        case .refused(let problem): add(problem, line)
        }
    }

    private mutating func add(_ kind: TemplateProblem.Kind, _ line: Int) {
        problems.append(TemplateProblem(file: file, line: line, kind: kind))
    }
}
