import Texts

/// The page of one picture.
struct PicturePage {
    let picture: any DrawnPicture
    let language: Language

    var document: Markup {
        Page(title: picture.heading(language), language: language, imprint: picture.frame.imprint, body: body).document
    }

    private var body: Markup {
        let name = picture.name(language)
        let frame = picture.frame
        let facts =
            (frame.cycle.map { [(name: language.text("Siklus", "Cycle"), value: language.cycle($0))] } ?? [])
            + [(name: language.text("Keadaan data per", "Data as of"), value: language.date(frame.asOf))]
        let made = frame.imprint.madeText(language).map { "<p class=\"note\">\($0)</p>" as Markup } ?? ""
        let tables = picture.numbers(language)
        let areBeside = tables.count == 2 && tables.reduce(0) { $0 + $1.columns.count } <= Self.mostColumns
        return """
            \(Page.header(scope: frame.scope, heading: name, facts: facts, imprint: frame.imprint, language))
            <section class="picture">
            \(picture.figure(language))
            </section>
            <section>
            <h2>\(language.text("Tabel angka", "The numbers"))</h2>
            <div class="\(areBeside ? "tables beside" : "tables")">
            \(tables.map(\.markup))
            </div>
            </section>
            \(Page.notes(heading: language.text("Cara membaca", "How to read this"), picture.reading(language)))
            \(made)
            """
    }

    /// Of two tables side by side.
    private static let mostColumns = 8
}
