extension String {
    /// This text with its control characters as visible escapes, such as `\u{1B}`: no terminal obeys it. Line ends and tabs
    /// stay.
    public var visible: String { escaped { $0 == "\n" || $0 == "\t" ? String($0) : nil } }

    /// The same on one line: line ends and tabs become spaces.
    public var visibleLine: String { escaped { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : nil } }

    private func escaped(_ special: (Unicode.Scalar) -> String?) -> String {
        guard unicodeScalars.contains(where: { ControlCharacter($0) != nil }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if let control = ControlCharacter(scalar) {
                text += special(scalar) ?? control.escape
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
