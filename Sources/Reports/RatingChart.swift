/// The distribution of the ratings (predikat kinerja) as bars, best first.
struct RatingChart {
    /// Five counts, sangat baik first.
    let ratings: [Int]
    let language: Language

    func drawing(title: String) -> Markup {
        let rated = ratings.reduce(0, +)
        let fullest = max(1, ratings.max() ?? 1)
        let rows = ratings.enumerated()
            .map { row, count -> Markup in
                let y = row * Self.rowHeight
                let numbers = "\(language.number(count)) · \(language.percent(count, of: rated))"
                return """
                    <text x="0" y="\(y + 12)" font-size="12">\(titles[row])</text>
                    <rect x="0" y="\(y + 18)" width="\(Self.barWidth)" height="13" fill="#e1e6ea"/>
                    <rect x="0" y="\(y + 18)" width="\(count * Self.barWidth / fullest)" height="13" fill="#1f5f99"/>
                    <text x="\(Self.width)" y="\(y + 29)" font-size="12" font-weight="600" text-anchor="end">\(numbers)</text>
                    """
            }
        let summary = zip(titles, ratings).map { "\($0): \(language.number($1))" }.joined(separator: "; ")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" \
            viewBox="0 0 \(Self.width) \(Self.rowHeight * ratings.count)" \
            font-family="Helvetica, Arial, sans-serif" fill="#1a1a1a">
            <title>\(title)</title>
            <desc>\(summary)</desc>
            \(rows)
            </svg>
            """
    }

    private var titles: [String] {
        switch language {
        case .indonesian: ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
        case .english:
            [
                "Sangat Baik (very good)", "Baik (good)", "Butuh Perbaikan (needs improvement)", "Kurang (poor)",
                "Sangat Kurang (very poor)",
            ]
        }
    }

    private static let width = 256
    private static let barWidth = 150
    private static let rowHeight = 46
}
