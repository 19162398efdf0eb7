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
        let room = units * 10_000 / (size * (bold ? 110 : 100))
        return broken(into: room, most: most) { $0.hundredths }
    }

    /// This text on one line of `units`, ending in "…" where something was cut off.
    func shortened(toUnits units: Int, size: Int, bold: Bool = false) -> String {
        let room = units * 10_000 / (size * (bold ? 110 : 100))
        return reduce(0) { $0 + $1.hundredths } <= room ? self : cut(to: room) { $0.hundredths }
    }

    /// Lines of at most `columns` on a terminal, broken between words where that is possible.
    public func wrapped(to columns: Int) -> [String] {
        broken(into: columns, most: .max) { $0.displayWidth }
    }

    /// Goes once over the text, however long it is: names come from outside.
    private func broken(into room: Int, most: Int, width: (Character) -> Int) -> [String] {
        var lines: [String] = []
        var (line, used) = ("", 0)
        for word in split(whereSeparator: { $0 == " " || $0.isNewline }) {
            let wordWidth = word.reduce(0) { $0 + width($1) }
            if !line.isEmpty, used + width(" ") + wordWidth <= room {
                line += " " + word
                used += width(" ") + wordWidth
                continue
            }
            if !line.isEmpty { lines.append(line) }
            (line, used) = ("", 0)
            // A word wider than a line is broken anywhere.
            for character in word {
                if !line.isEmpty, used + width(character) > room {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(character)
                used += width(character)
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines }
        return lines.prefix(most - 1) + [lines[most - 1].cut(to: room, width: width)]
    }

    /// The start of this text with "…" after it.
    private func cut(to room: Int, width: (Character) -> Int) -> String {
        var kept = ""
        var left = room - width("…")
        for character in self {
            left -= width(character)
            if left < 0 { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
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
