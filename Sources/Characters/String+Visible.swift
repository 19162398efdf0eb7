extension String {
    /// The first control character of this text.
    public var firstControl: ControlCharacter? {
        guard utf8.contains(where: { Self.mayBegin($0) || $0 == 0x0A || $0 == 0x09 }) else { return nil }
        return unicodeScalars.lazy.compactMap { ControlCharacter($0) }.first
    }

    /// This text with its control characters as visible escapes, such as `\u{1B}`: no terminal obeys it. Line ends and tabs
    /// stay.
    public var visible: String {
        guard utf8.contains(where: Self.mayBegin) else { return self }
        return escaped { $0 == "\n" || $0 == "\t" ? String($0) : nil }
    }

    /// The same on one line: line ends and tabs become spaces.
    public var visibleLine: String {
        guard firstControl != nil else { return self }
        return escaped { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : nil }
    }

    /// The bytes that begin a control character, but for line ends and tabs: C0, DEL, C1 (C2), separators (E2).
    private static func mayBegin(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }

    private func escaped(_ special: (Unicode.Scalar) -> String?) -> String {
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
