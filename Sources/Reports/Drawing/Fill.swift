/// How an area is filled: five that differ in lightness or in their lines, so that they stay apart without colour.
enum Fill: CaseIterable {
    case dark
    case middle
    case light
    case hatched
    case crossed

    /// Nothing where the area has no size.
    func rectangle(x: Int, y: Int, width: Int, height: Int) -> Markup {
        guard width > 0, height > 0 else { return "" }
        let frame: Markup = """
            <rect x="\(x)" y="\(y)" width="\(width)" height="\(height)" fill="\(colour)" stroke="#1a1a1a" \
            stroke-width="0.75"/>
            """
        let falling = Self.hatch(x: x, y: y, width: width, height: height, mirrored: true)
        let rising = Self.hatch(x: x, y: y, width: width, height: height, mirrored: false)
        return switch self {
        case .dark, .middle, .light: frame
        case .hatched: "\(frame)\(rising)"
        case .crossed: "\(frame)\(rising)\(falling)"
        }
    }

    private var colour: String {
        switch self {
        case .dark: "#174a78"
        case .middle: "#6ea3cf"
        case .light: "#dce8f2"
        case .hatched, .crossed: "#ffffff"
        }
    }

    /// Oblique lines through an area, drawn out: a pattern would need an identifier, which a page may hold only once.
    static func hatch(x: Int, y: Int, width: Int, height: Int, mirrored: Bool = false, step: Int = 5) -> Markup {
        var path = ""
        for offset in stride(from: step, to: width + height, by: step) {
            let from = (max(0, offset - height), min(offset, height))
            let to = (min(offset, width), max(0, offset - width))
            func place(_ point: (Int, Int)) -> String {
                "\(mirrored ? x + width - point.0 : x + point.0) \(y + point.1)"
            }
            path += "M\(place(from))L\(place(to))"
        }
        return "<path d=\"\(path)\" fill=\"none\" stroke=\"#4a5560\" stroke-width=\"0.8\"/>"
    }
}
