import Characters
import Texts

/// A picture that says once what it shows; its document, its page and its terminal form follow from that.
protocol DrawnPicture: Picture {
    /// The title of what is shown; people and day are said elsewhere.
    func name(_ language: Language) -> String

    func drawing(_ language: Language) -> Drawing

    /// What stands under the drawing, a sentence or two each: totals, findings, what the marks mean.
    func sentences(_ language: Language) -> [String]

    func numbers(_ language: Language) -> [PrintedTable]

    /// How to read the picture, and the rules behind it.
    func reading(_ language: Language) -> [String]

    /// The drawing for a terminal, without heading and sentences.
    func lines(_ language: Language, width: Int) -> [TerminalLine]
}

extension DrawnPicture {
    public func heading(_ language: Language) -> String {
        ([name(language)] + place(language)).joined(separator: " · ")
    }

    /// Of whom, of which cycle, and of which day.
    private func place(_ language: Language) -> [String] {
        [frame.scope] + (frame.cycle.map { [language.cycle($0)] } ?? []) + [language.date(frame.asOf)]
    }

    private func demoLines(_ language: Language) -> [String] {
        frame.imprint.isDemo ? [frame.imprint.demoText(language)] : []
    }

    public func svg(_ language: Language = .indonesian) -> String {
        drawing(language)
            .document(
                title: heading(language),
                heading: name(language),
                below: place(language),
                sentences: sentences(language) + demoLines(language)
            )
    }

    public func terminal(_ language: Language = .indonesian, width: Int, colour: Bool) -> String {
        let width = max(1, width)
        let place = place(language).joined(separator: " · ")
        var lines = [TerminalLine(name(language), .strong)]
        lines += place.visibleLine.wrapped(to: width).map { TerminalLine($0) }
        let drawing = self.lines(language, width: width)
        if !drawing.isEmpty { lines += [TerminalLine("")] + drawing }
        lines.append(TerminalLine(""))
        lines += (sentences(language) + demoLines(language)).flatMap { $0.visibleLine.wrapped(to: width) }
            .map { TerminalLine($0) }
        return lines.map { $0.rendered(width: width, colour: colour) }.joined(separator: "\n")
    }

    public func html(_ language: Language = .indonesian) -> String {
        PicturePage(picture: self, language: language).document.text
    }

    /// The drawing with its sentences, for a page that has headings of its own.
    func figure(_ language: Language) -> Markup {
        let drawing = drawing(language)
        return """
            <figure class="\(drawing.width < Drawing.fullWidth ? "narrow" : "full")">
            \(drawing.element(title: heading(language)))
            <figcaption>
            \(sentences(language).map { "<p>\($0)</p>" as Markup })
            </figcaption>
            </figure>
            """
    }
}
