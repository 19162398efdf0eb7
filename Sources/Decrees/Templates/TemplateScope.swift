/// Which names mean what at a place of a template, from the paper's own down through the sections that are open.
struct TemplateScope {
    private struct Section {
        let name: String
        let line: Int
        /// The names that it brings.
        let variables: [String: TemplateVariable]
        /// The optional text that is known to be there inside.
        let guarded: String?
        /// Whether what stands inside may be left out of the paper.
        let maySkip: Bool
    }

    private let variables: [String: TemplateVariable]
    private var sections: [Section] = []
    /// The names that are printed in every case, a list's after its own.
    private(set) var printed: Set<String> = []
    private(set) var used: Set<String> = []

    init(_ variables: [String: TemplateVariable]) {
        self.variables = variables
    }

    /// The section that is open last, and the line where it began.
    var open: (name: String, line: Int)? { sections.last.map { ($0.name, $0.line) } }

    mutating func value(_ name: String) -> TemplateProblem.Kind? {
        switch find(name) {
        case nil: return unknown(name)
        case .list, .flag: return .listAsText(name)
        case .optional where !sections.contains { $0.guarded == name }: return .unguarded(name)
        case .optional, .text: break
        }
        let path = path(to: name)
        used.insert(path)
        if !sections.contains(where: \.maySkip) { printed.insert(path) }
        return nil
    }

    mutating func begin(_ name: String, inverted: Bool, line: Int) -> TemplateProblem.Kind? {
        var (rows, guarded, maySkip): ([String: TemplateVariable], String?, Bool) = ([:], nil, true)
        var problem: TemplateProblem.Kind?
        switch find(name) {
        case nil: problem = unknown(name)
        case .text: problem = .textAsSection(name)
        case .optional: guarded = inverted ? nil : name
        case .flag: break
        case .list(let variables):
            // A list whose section is inside another's would have other names; none of ours is.
            if !inverted { (rows, maySkip) = (variables, false) }
        }
        used.insert(path(to: name))
        sections.append(
            Section(name: name, line: line, variables: rows, guarded: guarded, maySkip: maySkip)
        )
        return problem
    }

    /// Whether that section is the one open last; it is closed then.
    mutating func end(_ name: String) -> Bool {
        guard sections.last?.name == name else { return false }
        sections.removeLast()
        return true
    }

    private func find(_ name: String) -> TemplateVariable? {
        for section in sections.reversed() {
            if let variable = section.variables[name] { return variable }
        }
        return variables[name]
    }

    private func path(to name: String) -> String {
        let list = sections.last { $0.variables[name] != nil }
        return list.map { "\($0.name).\(name)" } ?? name
    }

    private func unknown(_ name: String) -> TemplateProblem.Kind {
        let known = sections.reduce(into: Set(variables.keys)) { $0.formUnion($1.variables.keys) }
        return .variableUnknown(name, known: known.sorted().joined(separator: ", "))
    }
}
