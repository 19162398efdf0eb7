extension String {
    /// About how wide this text is drawn, in the units of its size; rather too wide than too narrow, since the font is
    /// the reader's own.
    func width(size: Int, bold: Bool = false) -> Int {
        let hundredths = reduce(0) { $0 + $1.hundredths }
        return (hundredths * size * (bold ? 110 : 100) + 9_999) / 10_000
    }

    /// Lines no wider than `units`, broken between words where that is possible.
    ///
    /// - Parameter most: how many lines; what does not fit is cut off with "…".
    func wrapped(toUnits units: Int, size: Int, bold: Bool = false, most: Int = .max) -> [String] {
        broken(most: most) { $0.width(size: size, bold: bold) <= units }
    }

    /// This text on one line of `units`, ending in "…" where something was cut off.
    func shortened(toUnits units: Int, size: Int, bold: Bool = false) -> String {
        guard width(size: size, bold: bold) > units else { return self }
        var kept = self
        while !kept.isEmpty, (kept + "…").width(size: size, bold: bold) > units { kept.removeLast() }
        return kept + "…"
    }

    /// Lines of at most `columns` on a terminal, broken between words where that is possible.
    func wrapped(to columns: Int) -> [String] {
        broken(most: .max) { $0.displayWidth <= columns }
    }

    private func broken(most: Int, fits: (String) -> Bool) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(whereSeparator: { $0 == " " || $0.isNewline }) {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if fits(longer) {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = String(word)
            // A word wider than a line is broken anywhere.
            while !fits(line), line.count > 1 {
                var head = line
                while head.count > 1, !fits(head) { head.removeLast() }
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        var last = lines[most - 1]
        while !last.isEmpty, !fits(last + "…") { last.removeLast() }
        return lines.prefix(most - 1) + [last + "…"]
    }
}

extension Character {
    /// Of the font's size; those of the widest of the common sans-serif fonts.
    fileprivate var hundredths: Int {
        switch self {
        case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", " ", "\u{A0}", "!": 35
        case "f", "t", "r", "-", "(", ")", "/", "\"", "·": 42
        case "m", "w", "M", "W", "%", "@", "≥", "≤", "…", "→": 99
        case "A"..."Z", "&", "<", ">", "=", "+", "–": 78
        default: displayWidth == 2 ? 105 : 64
        }
    }
}
