/// What a name in a template stands for.
indirect enum TemplateVariable: Sendable, Hashable {
    /// Always there, never empty.
    case text
    /// May be absent: stands inside a section of its own name.
    case optional
    /// Opens or skips a section, and prints nothing.
    case flag
    /// Repeats its section for each of its rows.
    case list([String: TemplateVariable])
}

extension [String: TemplateVariable] {
    static func + (left: Self, right: Self) -> Self {
        left.merging(right) { _, _ in preconditionFailure("a variable twice") }
    }
}
