import Characters

extension PaperValues {
    /// The texts that a paper must have and that are empty or absent, a list's after the list's own name.
    func missing(of variables: [String: TemplateVariable], path: String = "") -> Set<String> {
        var missing: Set<String> = []
        for (name, variable) in variables {
            switch (variable, entries[name]) {
            case (.optional, nil), (.flag, .flag): break
            case (.text, .text(let text)), (.optional, .text(let text)):
                if text.isBlank { missing.insert(path + name) }
            case (.list(let variables), .list(let rows)):
                for row in rows { missing.formUnion(row.missing(of: variables, path: "\(name).")) }
            default: missing.insert(path + name)
            }
        }
        return missing
    }

    /// As the template library takes values. Control characters are shown, because some turn the text beside them.
    var forTemplate: [String: Any] {
        entries.mapValues { value in
            switch value {
            case .text(let text): text.visibleLine
            case .flag(let flag): flag
            case .list(let rows): rows.map(\.forTemplate)
            }
        }
    }
}
