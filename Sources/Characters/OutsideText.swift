/// A text that came from outside, of a file or a command line, without what nobody sees in it.
///
/// Spaces of other kinds, such as the no-break space that spreadsheets save, become spaces; what has no width, such as a
/// byte order mark in a cell, is left out; spaces and line ends around the text are taken away.
public struct OutsideText: Hashable, Sendable {
    /// The cleaned text. It may hold control characters.
    public let text: String

    /// Cleans a text as it was typed or read.
    public init(_ raw: String) {
        let isClean = raw.utf8.allSatisfy { $0 < 0x80 } && raw.utf8.first ?? 0 > 0x20 && raw.utf8.last ?? 0 > 0x20
        text = isClean ? raw : Self.cleaned(raw)
    }

    /// The text, if it holds no control character.
    public var plain: String {
        get throws(ControlCharacter) {
            if let control = text.firstControl { throw control }
            return text
        }
    }

    private static func cleaned(_ raw: String) -> String {
        var scalars = raw.unicodeScalars
        if !raw.utf8.allSatisfy({ $0 < 0x80 }) {
            scalars = String.UnicodeScalarView(
                scalars.lazy.filter { !$0.isInvisible }
                    .map { $0.properties.generalCategory == .spaceSeparator ? " " : $0 }
            )
        }
        let start = scalars.drop(while: \.isEdge)
        guard let end = start.lastIndex(where: { !$0.isEdge }) else { return "" }
        return String(start[...end])
    }
}

extension Unicode.Scalar {
    /// Has no width and joins nothing that a name in any script of the city needs.
    fileprivate var isInvisible: Bool {
        switch value {
        // Soft hyphen; marks of direction; zero-width spaces and joiners; word joiner and invisible operators; byte order
        // mark; tags.
        case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xE0000...0xE007F: true
        default: false
        }
    }

    fileprivate var isEdge: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
