/// What an SVG holds, in its own units, from 0 0 to the right and downwards.
///
/// Printed over the 178 mm between an A4 page's margins, 640 units are 505 points: no text is smaller than 12 units,
/// which is more than 9 points.
struct Drawing {
    static let fullWidth = 640
    static let leastSize = 12

    let width: Int
    let height: Int
    /// The numbers in words, for those who hear the picture.
    let summary: String
    let content: Markup

    /// An element of a page.
    func element(title: String) -> Markup {
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 \(width) \(height)" \
        font-family="Helvetica, Arial, sans-serif" fill="#1a1a1a">
        <title>\(title)</title>
        <desc>\(summary)</desc>
        \(content)
        </svg>
        """
    }

    /// A file of its own: heading, drawing and sentences on white.
    func document(title: String, heading: String, below: [String], sentences: [String]) -> String {
        let inner = max(width, 480)
        var texts: [Markup] = []
        var y = Self.margin
        func write(_ text: String, size: Int, bold: Bool = false, most: Int) {
            for line in text.wrapped(toUnits: inner, size: size, bold: bold, most: most) {
                y += size + 5
                texts.append(Self.text(line, x: Self.margin, y: y - 4, size: size, bold: bold))
            }
        }
        write(heading, size: 20, bold: true, most: 3)
        for line in below { write(line, size: 14, most: 3) }
        y += 12
        let top = y
        y += height + 8
        for sentence in sentences { write(sentence, size: Self.leastSize, most: 12) }
        let size = (width: inner + 2 * Self.margin, height: y + Self.margin)
        return
            ("""
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(size.width)" height="\(size.height)" \
        viewBox="0 0 \(size.width) \(size.height)" font-family="Helvetica, Arial, sans-serif" fill="#1a1a1a">
        <title>\(title)</title>
        <desc>\(summary)</desc>
        <rect width="\(size.width)" height="\(size.height)" fill="#ffffff"/>
        \(texts)
        <g transform="translate(\(Self.margin) \(top))">
        \(content)
        </g>
        </svg>
        """ as Markup)
        .text
    }

    private static let margin = 20
}

extension Drawing {
    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// A line of text; `y` is its base line.
    static func text(
        _ text: String,
        x: Int,
        y: Int,
        size: Int = 13,
        anchor: Anchor = .start,
        bold: Bool = false
    ) -> Markup {
        let weight: Markup = bold ? " font-weight=\"600\"" : ""
        let place: Markup = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\"\(weight)\(place)>\(text)</text>"
    }

    /// A straight line, level or upright.
    static func line(x: Int, y: Int, toX: Int, toY: Int, stroke: String = "#1a1a1a", dashed: Bool = false) -> Markup {
        let dashes: Markup = dashed ? " stroke-dasharray=\"5 3\" stroke-width=\"1.5\"" : ""
        return "<path d=\"M\(x) \(y)L\(toX) \(toY)\" fill=\"none\" stroke=\"\(stroke)\"\(dashes)/>"
    }
}
