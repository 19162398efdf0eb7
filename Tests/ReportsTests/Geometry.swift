@testable import Reports

/// Where the parts of a drawing lie, in the units of its view box.
struct Geometry {
    struct Area {
        let what: String
        let left: Double
        let top: Double
        let right: Double
        let bottom: Double

        var isText = false

        /// Whether letters touch letters: what hangs under a base line may reach into the line below.
        func covers(_ other: Area) -> Bool {
            left < other.right && other.left < right && top < other.bottom - 3 && other.top < bottom - 3
        }

        func isInside(_ other: Area) -> Bool {
            left >= other.left && top >= other.top && right <= other.right && bottom <= other.bottom
        }
    }

    let viewBox: Area
    /// Those that reach beyond the view box.
    var outside: [Area] { areas.filter { !$0.isInside(viewBox) } }
    /// Pairs of texts that lie over each other.
    var overlaps: [(Area, Area)] {
        let texts = areas.filter(\.isText)
        return texts.indices.flatMap { index in
            texts[(index + 1)...].filter { $0.covers(texts[index]) }.map { (texts[index], $0) }
        }
    }
    private(set) var areas: [Area] = []
    private(set) var rectangles: [Element] = []

    init(_ svg: Element) throws {
        let numbers = (svg.attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4 else { throw Element.Malformed(what: "a view box has four numbers") }
        viewBox = Area(what: "view box", left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
        collect(svg, x: 0, y: 0)
    }

    private mutating func collect(_ element: Element, x: Double, y: Double) {
        func number(_ name: String) -> Double { element.attributes[name].flatMap(Double.init) ?? 0 }
        var (x, y) = (x, y)
        if element.name == "g", let match = element.attributes["transform"]?.firstMatch(of: /translate\((\d+) (\d+)\)/)
        {
            x += Double(match.1) ?? 0
            y += Double(match.2) ?? 0
        }
        switch element.name {
        case "rect":
            let left = x + number("x")
            let top = y + number("y")
            areas.append(
                Area(
                    what: "rect",
                    left: left,
                    top: top,
                    right: left + number("width"),
                    bottom: top + number("height")
                )
            )
            rectangles.append(element)
        case "text" where element.attributes["transform"] == nil:
            let size = Int(number("font-size"))
            let isBold = element.attributes["font-weight"] != nil
            let width = Double(element.text.width(size: size, bold: isBold))
            let left =
                switch element.attributes["text-anchor"] {
                case "middle": x + number("x") - width / 2
                case "end": x + number("x") - width
                default: x + number("x")
                }
            let base = y + number("y")
            areas.append(
                Area(
                    what: element.text,
                    left: left,
                    top: base - Double(size) * 0.75,
                    right: left + width,
                    bottom: base + 3,
                    isText: true
                )
            )
        case "path":
            for point in (element.attributes["d"] ?? "").split(whereSeparator: { $0 == "M" || $0 == "L" }) {
                let numbers = point.prefix { $0.isNumber || $0 == " " || $0 == "-" }.split(separator: " ")
                let (px, py) = (x + (Double(numbers[0]) ?? -1), y + (Double(numbers[1]) ?? -1))
                areas.append(Area(what: "path", left: px, top: py, right: px, bottom: py))
            }
        default: break
        }
        for child in element.children { collect(child, x: x, y: y) }
    }
}
