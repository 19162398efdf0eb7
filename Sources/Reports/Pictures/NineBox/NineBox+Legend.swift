import Texts

extension NineBox {
    /// What the shades of a drawing stand for.
    static func shadeLegend(_ language: Language) -> Markup {
        let percentSign = language.text("\u{A0}%", "%")
        let steps = NineBoxGrid.shades.enumerated()
            .map { index, step -> Markup in
                let from = step.fromTenths / 10
                let label = index == 0 ? "<5\(percentSign)" : "≥\(from)\(percentSign)"
                return """
                    <span><svg aria-hidden="true" viewBox="0 0 14 10" width="14" height="10">\
                    <rect x="0.5" y="0.5" width="13" height="9" fill="\(step.fill)" stroke="#6b7681"/></svg> \(label)</span>
                    """
            }
        return """
            <span class="legend">\(language.text("Porsi dari yang dipetakan:", "Share of the placed:")) \(steps)</span>
            """
    }
}
