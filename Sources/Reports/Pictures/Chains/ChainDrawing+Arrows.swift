extension ChainDrawing {
    /// From the box that a person leaves to the one that the person takes, beside it or above it.
    func arrow(to target: Int, from source: Int, _ top: Int) -> Markup {
        let (to, from) = (corner(target, top), corner(source, top))
        if to.y != from.y {
            let x = to.x + Self.boxWidth / 2
            return Self.arrow([(x, from.y), (x, to.y + Self.boxHeight)])
        }
        // Two that change places have an arrow each.
        let y = to.y + Self.boxHeight / 2 - (isClosed && boxes.count == 2 ? 12 : 0)
        return to.x < from.x
            ? Self.arrow([(from.x, y), (to.x + Self.boxWidth, y)])
            : Self.arrow([(from.x + Self.boxWidth, y), (to.x, y)])
    }

    /// The arrow of the last move of a closed chain, from the first box to the last.
    func closing(_ top: Int) -> Markup {
        guard isClosed, boxes.count > 1 else { return "" }
        let (first, last) = (corner(0, top), corner(boxes.count - 1, top))
        let middle = first.y + Self.boxHeight / 2
        guard isRing else { return Self.arrow([(first.x + Self.boxWidth, middle + 12), (last.x, middle + 12)]) }
        let (left, bottom) = (4, last.y + Self.boxHeight + 16)
        let x = last.x + Self.boxWidth / 2
        return Self.arrow([
            (first.x, middle), (left, middle), (left, bottom), (x, bottom), (x, last.y + Self.boxHeight),
        ])
    }

    /// A line with a head at its end; every part of it is level or upright.
    private static func arrow(_ points: [(x: Int, y: Int)]) -> Markup {
        let path = points.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x) \($1.y)" }.joined()
        let (end, before) = (points[points.count - 1], points[points.count - 2])
        let (dx, dy) = ((end.x - before.x).signum(), (end.y - before.y).signum())
        let base = (x: end.x - 9 * dx, y: end.y - 9 * dy)
        let head =
            "M\(end.x) \(end.y)L\(base.x + 5 * dy) \(base.y + 5 * dx)L\(base.x - 5 * dy) \(base.y - 5 * dx)Z"
        return """
            <path d="\(path)" fill="none" stroke="#1a1a1a" stroke-width="1.5"/>
            <path d="\(head)" fill="#1a1a1a" stroke="none"/>
            """
    }
}
