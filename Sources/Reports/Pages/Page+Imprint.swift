import Texts

extension Imprint {
    func demoText(_ language: Language) -> String {
        Message.demoMark()(language)
    }

    /// "Disusun oleh BKPSDM, 2 Desember 2026"; nil where neither is known.
    func madeText(_ language: Language) -> String? {
        let day = madeOn.map { language.date($0) }
        guard let maker else { return day.map { language.text("Dicetak ", "Made on ") + $0 } }
        return ([language.text("Disusun oleh ", "Prepared by ") + maker] + (day.map { [$0] } ?? []))
            .joined(separator: ", ")
    }
}

extension Page {
    /// Stands at the foot of every printed sheet about generated people: sheets get parted.
    var sheetMark: Markup {
        guard imprint.isDemo else { return "" }
        let text = Message.demoMarkShort()(language)
        return """
            @page { @bottom-left { content: '\(text)'; font: 600 9pt Helvetica, Arial, sans-serif; color: #1a1a1a; } }
            """
    }

    /// Stands on top of a page about generated people, and at its end.
    static func demoMark(_ imprint: Imprint, _ language: Language) -> Markup {
        imprint.isDemo ? "<p class=\"demo\">\(imprint.demoText(language))</p>" : ""
    }

    /// Names the maker of the page and the day, and leaves a place for a signature.
    static func signature(_ imprint: Imprint, _ language: Language) -> Markup {
        let made = imprint.madeText(language).map { "<p>\($0)</p>" as Markup } ?? ""
        let place = language.text("Mengetahui,", "Approved by")
        return """
            <section class="signature whole">
            <div>\(made)\(demoMark(imprint, language))</div>
            <div class="sign"><p>\(place)</p><p class="name">\(language.text("Nama", "Name"))</p><p>NIP</p></div>
            </section>
            """
    }
}
