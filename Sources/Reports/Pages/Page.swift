import Texts

/// A self-contained page, for a screen and for A4: no script, no font and no picture from elsewhere.
struct Page {
    let title: String
    let language: Language
    let imprint: Imprint
    let body: Markup

    var document: Markup {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(title)</title>
        <style>
        \(Self.style)
        \(sheetMark)
        </style>
        </head>
        <body>
        <main>
        \(body)
        </main>
        </body>
        </html>

        """
    }

    /// Of whom, what, and the facts that belong to it.
    static func header(
        scope: String,
        heading: String,
        facts: [(name: String, value: String)],
        imprint: Imprint,
        _ language: Language
    ) -> Markup {
        """
        <header>
        \(demoMark(imprint, language))
        <p class="city">\(scope)</p>
        <h1>\(heading)</h1>
        <dl class="facts">
        \(facts.map { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" as Markup })
        </dl>
        </header>
        """
    }

    /// Numbers to see first, each with a name above and an explanation below.
    static func keyFigures(_ figures: [(name: String, number: String, explanation: String)]) -> Markup {
        """
        <dl class="key">
        \(figures.map { "<div><dt>\($0.name)</dt><dd><b>\($0.number)</b><span>\($0.explanation)</span></dd></div>" as Markup })
        </dl>
        """
    }

    /// How to read the page, and the rules behind it.
    static func notes(heading: String, _ notes: [String]) -> Markup {
        """
        <footer>
        <h2>\(heading)</h2>
        <ul>
        \(notes.map { "<li>\($0)</li>" as Markup })
        </ul>
        </footer>
        """
    }
}
