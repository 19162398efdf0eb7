import Texts

extension RatingDistributionPicture: DrawnPicture {
    func name(_ language: Language) -> String {
        language.text("Sebaran predikat kinerja", "Distribution of ratings")
    }

    private static let left = 150
    /// Three units for each percent.
    private static let plot = Scale(whole: 100, room: 300)
    private static let valueLeft = 466
    private static let rowHeight = 42
    private static let top = 8

    func drawing(_ language: Language) -> Drawing {
        let bottom = Self.top + Self.rowHeight * ratings.count
        let rows = ratings.indices.map { row($0, language) }
        let ticks = stride(from: 0, through: 100, by: 25)
            .map { percent -> Markup in
                let x = Self.left + percent * 3
                return """
                    \(Drawing.line(x: x, y: Self.top, toX: x, toY: bottom + 4, stroke: "#b4bcc4"))
                    \(Drawing.text(language.text("\(percent)\u{A0}%", "\(percent)%"), x: x, y: bottom + 19, size: 12, anchor: .middle))
                    """
            }
        return Drawing(
            width: Drawing.fullWidth,
            height: bottom + (pattern == nil ? 24 : 52),
            summary: zip(language.ratingTitles, ratings)
                .map { "\($0): \(language.number($1)), \(language.percent($1, of: rated))" }
                .joined(separator: "; "),
            content: """
                \(ticks)
                \(rows)
                \(pattern == nil ? "" : legend(y: bottom + 34, language))
                """
        )
    }

    private func row(_ index: Int, _ language: Language) -> Markup {
        let y = Self.top + index * Self.rowHeight
        let rating = language.ratings[index]
        let count = ratings[index]
        let length = rated > 0 ? Scale(whole: rated, room: Self.plot.room).length(count) : 0
        let value = "\(language.number(count, fitting: 11)) · \(language.percent(count, of: rated))"
        return """
            \(Drawing.text(rating.title, x: 0, y: y + 18, bold: true))
            \(rating.meaning.map { Drawing.text($0, x: 0, y: y + 34, size: 12) } ?? "")
            \(band(index, y: y + 4))
            \(Fill.dark.rectangle(x: Self.left, y: y + 11, width: length, height: 16))
            \(bracket(index, y: y + 4))
            \(Drawing.text(value, x: Self.valueLeft, y: y + 18, bold: true))
            \(Drawing.text(remark(index, language), x: Self.valueLeft, y: y + 34, size: 12))
            """
    }

    private func ends(_ range: ShareRange) -> (from: Int, to: Int) {
        let from = Self.plot.length(min(100, max(0, range.minimum ?? 0)))
        return (Self.left + from, Self.left + max(from, Self.plot.length(min(100, max(0, range.maximum ?? 100)))))
    }

    /// The range's hatching, under the bar.
    private func band(_ index: Int, y: Int) -> Markup {
        guard let range = range(of: index) else { return "" }
        let (from, to) = ends(range)
        return """
            <rect x="\(from)" y="\(y)" width="\(to - from)" height="30" fill="#f1f3f5"/>
            \(Fill.hatch(x: from, y: y, width: to - from, height: 30, step: 6))
            """
    }

    /// The range's ends, over the bar.
    private func bracket(_ index: Int, y: Int) -> Markup {
        guard let range = range(of: index) else { return "" }
        let (from, to) = ends(range)
        return """
            <path d="M\(from + 6) \(y)H\(from)V\(y + 30)H\(from + 6)M\(to - 6) \(y)H\(to)V\(y + 30)H\(to - 6)" \
            fill="none" stroke="#1a1a1a" stroke-width="2"/>
            """
    }

    private func legend(y: Int, _ language: Language) -> Markup {
        """
        \(Fill.dark.rectangle(x: Self.left, y: y + 3, width: 22, height: 10))
        \(Drawing.text(language.text("porsi pegawai", "share of people"), x: Self.left + 28, y: y + 13, size: 12))
        <rect x="\(Self.left + 160)" y="\(y)" width="22" height="15" fill="#f1f3f5"/>
        \(Fill.hatch(x: Self.left + 160, y: y, width: 22, height: 15, step: 6))
        <path d="M\(Self.left + 165) \(y)h-5v15h5m12 -15h5v15h-5" fill="none" stroke="#1a1a1a" stroke-width="2"/>
        \(Drawing.text(language.text("pola yang diharapkan", "expected pattern"), x: Self.left + 188, y: y + 13, size: 12))
        """
    }

    /// "pola ≤ 70 % · di atas pola".
    private func remark(_ index: Int, _ language: Language) -> String {
        guard let pattern else { return "" }
        let range = patternText(pattern[index], language)
        return switch standing(of: index) {
        case .above: "\(range) · " + language.text("di atas", "above")
        case .below: "\(range) · " + language.text("di bawah", "below")
        case .within, nil: range
        }
    }

    private func patternText(_ range: ShareRange, _ language: Language) -> String {
        let sign = language.text("\u{A0}%", "%")
        let word = language.text("pola ", "pattern ")
        return switch (range.minimum, range.maximum) {
        case (nil, nil): language.text("bebas", "free")
        case (let minimum?, nil): "\(word)≥\u{A0}\(minimum)\(sign)"
        case (nil, let maximum?): "\(word)≤\u{A0}\(maximum)\(sign)"
        case (let minimum?, let maximum?): "\(word)\(minimum)–\(maximum)\(sign)"
        }
    }

    func sentences(_ language: Language) -> [String] {
        guard rated > 0 else { return [language.text("Belum ada yang dinilai.", "Nobody has been rated yet.")] }
        var sentences = [
            language.text(
                "Persen dari \(language.people(rated)) yang sudah dinilai.",
                "Percent of \(language.people(rated)) rated."
            )
        ]
        if let organisationRating {
            sentences[0] += language.text(" Predikat organisasi: ", " Rating of the organisation: ")
            sentences[0] += organisationRating + "."
        } else if pattern == nil {
            sentences[0] += language.text(
                " Predikat organisasi belum diketahui, sehingga tidak ada pola untuk dibandingkan.",
                " The organisation's own rating is not known, so there is no pattern to compare with."
            )
        }
        return sentences
            + findings.map { finding in
                (finding.isAdvisory
                    ? language.text("Perhatian (tidak mengikat): ", "Advice (not binding): ")
                    : language.text("Temuan: ", "Finding: ")) + finding.text(language)
            }
    }

    func numbers(_ language: Language) -> [PrintedTable] {
        var columns = [
            PrintedTable.Column(title: language.text("Predikat", "Rating"), isNumber: false),
            PrintedTable.Column(title: language.text("Pegawai", "People")),
            PrintedTable.Column(title: language.text("Porsi", "Share")),
        ]
        var total = [
            language.text("Jumlah", "Total"), language.number(rated), language.percent(rated, of: rated),
        ]
        if pattern != nil {
            columns.append(.init(title: language.text("Pola", "Pattern"), isNumber: false))
            total.append("")
        }
        let rows = zip(language.ratingTitles, ratings).enumerated()
            .map { index, row in
                [row.0, language.number(row.1), language.percent(row.1, of: rated)]
                    + (pattern == nil ? [] : [remark(index, language)])
            }
        return [PrintedTable(columns: columns, rows: rows, total: total)]
    }

    func reading(_ language: Language) -> [String] {
        [
            language.text(
                "Batang: porsi pegawai dengan predikat itu. Bidang berarsir di antara dua kurung siku: porsi yang "
                    + "diharapkan dari predikat organisasinya. Unit kecil tidak dapat memenuhi persen; pola ini untuk "
                    + "diperhatikan, bukan batas.",
                "Bar: the share of people with that rating. Hatched area between brackets: the share that the "
                    + "organisation's own rating suggests. Small units cannot meet percentages; the pattern is guidance and "
                    + "no limit."
            ),
            language.text(
                "Predikat: PermenPANRB 6/2022; pola sebaran: pasal 24–25 peraturan itu dan SE MenPANRB 3/2023.",
                "Rating: PermenPANRB 6/2022; pattern: its articles 24–25 and SE MenPANRB 3/2023."
            ),
        ]
    }

    func lines(_ language: Language, width: Int) -> [TerminalLine] {
        let rows = ratings.indices.map { index -> TerminalBars.Row in
            let range = range(of: index)
            let isOutside = standing(of: index).map { $0 != .within } ?? false
            return TerminalBars.Row(
                label: language.ratings[index].title,
                value: language.number(ratings[index], fitting: 9) + " "
                    + language.percent(ratings[index], of: rated).aligned(.trailing, in: 7),
                part: ratings[index],
                style: isOutside ? .low : .high,
                range: range.map { range in
                    let minimum = Double(min(100, max(0, range.minimum ?? 0))) / 100
                    return minimum...max(minimum, Double(min(100, max(0, range.maximum ?? 100))) / 100)
                }
            )
        }
        var lines = TerminalBars(rows: rows, whole: rated).lines(width: width)
        guard pattern != nil else { return lines }
        let legend = language.text(
            "█ porsi pegawai   ░ pola yang diharapkan   ▓ porsi pegawai di dalam pola",
            "█ share of people   ░ expected pattern   ▓ share of people within the pattern"
        )
        lines.append(TerminalLine(""))
        lines += legend.wrapped(to: width).map { TerminalLine($0) }
        lines += ratings.indices.filter { range(of: $0) != nil }
            .map { index in
                TerminalLine("\(language.ratings[index].title): \(remark(index, language))")
            }
        return lines
    }
}
