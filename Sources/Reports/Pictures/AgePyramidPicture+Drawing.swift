import Texts

extension AgePyramidPicture: DrawnPicture {
    func name(_ language: Language) -> String {
        language.text("Umur, jenis kelamin, dan pensiun", "Age, sex and retirement")
    }

    private static let centre = Drawing.fullWidth / 2
    /// Half the width that the bands' labels have between the two sides.
    private static let aisle = 34
    /// The longest bar; what is left of a side is for its number.
    private static let reach = 206
    private static let rowHeight = 22
    private static let top = 28
    /// Of the columns of years; less where there is nothing to show.
    private var rise: Int { retiring > 0 ? 80 : 24 }
    /// More do not fit side by side; the table has them all.
    private static let mostYears = 12

    private var bandsBottom: Int { Self.top + bands.count * Self.rowHeight }

    func drawing(_ language: Language) -> Drawing {
        let largest = bands.flatMap { [$0.men, $0.women] }.max() ?? 0
        let scale = Scale(whole: largest, room: Self.reach)
        let rows = bands.reversed().enumerated()
            .map { row($1, y: Self.top + $0 * Self.rowHeight, scale: scale, language) }
        return Drawing(
            width: Drawing.fullWidth,
            height: retirements.isEmpty ? bandsBottom + 6 : bandsBottom + 88 + rise,
            summary: summary(language),
            content: """
                \(heads(language))
                \(rows)
                \(retirements.isEmpty ? "" : years(language))
                """
        )
    }

    private func heads(_ language: Language) -> Markup {
        func share(_ title: String, _ part: Int) -> String {
            "\(title) · \(language.number(part)) · \(language.percent(part, of: men + women))"
        }
        let (left, right) = (Self.centre - Self.aisle, Self.centre + Self.aisle)
        return """
            \(Drawing.text(share(language.text("Laki-laki", "Men"), men), x: left, y: 16, anchor: .end, bold: true))
            \(Drawing.text(language.text("Umur", "Age"), x: Self.centre, y: 16, anchor: .middle))
            \(Drawing.text(share(language.text("Perempuan", "Women"), women), x: right, y: 16, bold: true))
            """
    }

    private func row(_ band: Band, y: Int, scale: Scale, _ language: Language) -> Markup {
        let (men, women) = (scale.length(band.men), scale.length(band.women))
        let (left, right) = (Self.centre - Self.aisle, Self.centre + Self.aisle)
        let (menText, womenText) = (language.number(band.men, fitting: 8), language.number(band.women, fitting: 8))
        return """
            \(Drawing.text(band.label, x: Self.centre, y: y + 13, anchor: .middle))
            \(Fill.dark.rectangle(x: left - men, y: y, width: men, height: 17))
            \(Fill.light.rectangle(x: right, y: y, width: women, height: 17))
            \(Drawing.text(menText, x: left - men - 6, y: y + 13, size: 12, anchor: .end))
            \(Drawing.text(womenText, x: right + women + 6, y: y + 13, size: 12))
            """
    }

    private func years(_ language: Language) -> Markup {
        let columns = retirements.prefix(Self.mostYears)
            .map { ColumnChart.Column(label: String($0.year), count: $0.people, fill: .middle) }
        let title = language.text("Mencapai usia pensiun, menurut tahun", "Reaching retirement age, by year")
        return """
            \(Drawing.text(title, x: 0, y: bandsBottom + 32, bold: true))
            \(ColumnChart(columns: columns, rise: rise).content(base: bandsBottom + 66 + rise, language))
            """
    }

    private func summary(_ language: Language) -> String {
        let ages = bands.map { band in
            "\(band.label): \(language.number(band.men)) \(language.text("laki-laki", "men")), "
                + "\(language.number(band.women)) \(language.text("perempuan", "women"))"
        }
        let years = retirements.map {
            "\(language.text("pensiun", "retiring in")) \($0.year): \(language.number($0.people))"
        }
        return (ages + years).joined(separator: "; ")
    }

    func sentences(_ language: Language) -> [String] {
        let people = men + women
        guard people > 0 else { return [language.text("Tidak ada pegawai.", "There are no people.")] }
        var sentences = [
            language.text(
                "\(language.people(people)); \(language.percent(women, of: people)) perempuan.",
                "\(language.people(people)); \(language.percent(women, of: people)) women."
            )
        ]
        if let first = retirements.first, let last = retirements.last {
            let span = first.year == last.year ? "\(first.year)" : "\(first.year)–\(last.year)"
            sentences.append(
                language.text(
                    "Mencapai usia pensiun \(span): \(language.number(retiring)), "
                        + "\(language.percent(retiring, of: people)) dari pegawai sekarang.",
                    "Reaching retirement age in \(span): \(language.number(retiring)), "
                        + "\(language.percent(retiring, of: people)) of today's people."
                )
            )
        }
        return sentences
    }

    func numbers(_ language: Language) -> [PrintedTable] {
        let ages = PrintedTable(
            columns: [
                .init(title: language.text("Umur", "Age"), isNumber: false),
                .init(title: language.text("Laki-laki", "Men")), .init(title: language.text("Perempuan", "Women")),
                .init(title: language.text("Jumlah", "Total")), .init(title: language.text("Bagian", "Share")),
            ],
            rows: bands.reversed()
                .map { band in
                    [
                        band.label, language.number(band.men), language.number(band.women),
                        language.number(band.people), language.percent(band.people, of: men + women),
                    ]
                },
            total: [
                language.text("Jumlah", "Total"), language.number(men), language.number(women),
                language.number(men + women), language.percent(men + women, of: men + women),
            ]
        )
        guard !retirements.isEmpty else { return [ages] }
        let years = PrintedTable(
            columns: [
                .init(title: language.text("Tahun", "Year"), isNumber: false),
                .init(title: language.text("Mencapai usia pensiun", "Reaching retirement age")),
            ],
            rows: retirements.map { [String($0.year), language.number($0.people)] },
            total: [language.text("Jumlah", "Total"), language.number(retiring)]
        )
        return [ages, years]
    }

    func reading(_ language: Language) -> [String] {
        [
            language.text(
                "Umur dalam tahun penuh; gelap di kiri: laki-laki, terang di kanan: perempuan; tiap baris lima tahun.",
                "Ages in completed years; dark on the left: men, light on the right: women; five years each row."
            ),
            language.text(
                "Tahun pensiun dihitung dari tanggal lahir dan batas usia pensiun jabatan sekarang "
                    + "(UU 20/2023 pasal 55); jabatan lain dapat mengubahnya.",
                "The year of retirement follows from the birth date and the retirement age of the present post "
                    + "(UU 20/2023 art. 55); another post may change it."
            ),
        ]
    }

    func lines(_ language: Language, width: Int) -> [TerminalLine] {
        let largest = bands.flatMap { [$0.men, $0.women] }.max() ?? 0
        let labels = max(language.text("Umur", "Age").count, bands.map(\.label.count).max() ?? 0) + 2
        let numbers = max(
            1,
            bands.flatMap { [$0.men, $0.women] }.map { language.number($0, fitting: 8).count }.max() ?? 1
        )
        let side = max(numbers, min(30, (width - labels) / 2))
        let scale = Scale(whole: largest, room: max(0, side - numbers - 1))
        func padded(_ text: String, _ alignment: Table.Alignment) -> String { text.aligned(alignment, in: side) }
        func middle(_ text: String) -> String {
            let before = (labels - text.displayWidth) / 2
            return (String(repeating: " ", count: max(0, before)) + text).aligned(.leading, in: labels)
        }
        var lines = [
            TerminalLine(
                padded(language.text("Laki-laki", "Men"), .trailing) + middle(language.text("Umur", "Age"))
                    + language.text("Perempuan", "Women"),
                .strong
            )
        ]
        for band in bands.reversed() {
            let men = String(repeating: "█", count: scale.length(band.men))
            let women = String(repeating: "▒", count: scale.length(band.women))
            let numbers = (language.number(band.men, fitting: 8), language.number(band.women, fitting: 8))
            lines.append(
                TerminalLine(
                    padded(numbers.0 + (men.isEmpty ? "" : " " + men), .trailing) + middle(band.label)
                        + women + (women.isEmpty ? "" : " ") + numbers.1
                )
            )
        }
        guard !retirements.isEmpty else { return lines }
        lines += [
            TerminalLine(""),
            TerminalLine(
                language.text("Mencapai usia pensiun, menurut tahun", "Reaching retirement age, by year"),
                .strong
            ),
        ]
        let years = retirements.map {
            TerminalBars.Row(
                label: String($0.year),
                value: language.number($0.people, fitting: 9),
                part: $0.people
            )
        }
        return lines + TerminalBars(rows: years, whole: retirements.map(\.people).max() ?? 0).lines(width: width)
    }
}
