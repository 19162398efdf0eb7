import Texts

/// The distribution of the ratings (predikat kinerja) as bars, best first.
struct RatingChart {
    /// Five counts, sangat baik first.
    let ratings: [Int]
    let language: Language

    var drawing: Drawing {
        let titles = language.ratingTitles
        let rated = ratings.reduce(0, +)
        // The grey track is everybody rated, so a bar that fills it is 100 percent.
        let bar = Scale(whole: rated, room: Self.barWidth)
        let rows = ratings.enumerated()
            .map { row, count -> Markup in
                let y = row * Self.rowHeight
                let numbers = "\(language.number(count)) · \(language.percent(count, of: rated))"
                return """
                    <text x="0" y="\(y + 12)" font-size="14">\(titles[row])</text>
                    <rect x="0" y="\(y + 18)" width="\(Self.barWidth)" height="13" fill="#e1e6ea"/>
                    <rect x="0" y="\(y + 18)" width="\(bar.length(count))" height="13" fill="#1f5f99"/>
                    <text x="\(Self.width)" y="\(y + 29)" font-size="14" font-weight="600" text-anchor="end">\(numbers)</text>
                    """
            }
        let summary = zip(titles, ratings).map { "\($0): \(language.number($1))" }.joined(separator: "; ")
        return Drawing(
            width: Self.width,
            height: Self.rowHeight * ratings.count,
            summary: summary,
            content: "\(rows)"
        )
    }

    private static let width = 256
    private static let barWidth = 134
    private static let rowHeight = 46
}
