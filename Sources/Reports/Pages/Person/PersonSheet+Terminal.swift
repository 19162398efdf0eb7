import Characters
public import Texts

extension PersonSheet {
    /// The sheet for a terminal of `width` columns, never wider, without a line end after the last line.
    public func terminal(_ language: Language = .indonesian, width: Int, colour: Bool) -> String {
        let width = max(1, width)
        var lines = name.visibleLine.wrapped(to: width).map { TerminalLine($0, .strong) }
        for text in [
            "NIP \(nip)", post, agency, [language.cycle(cycle), language.date(asOf), ruleSet].joined(separator: " · "),
        ] {
            lines += Self.wrapped(text, width: width)
        }
        if imprint.isDemo { lines += Self.wrapped(imprint.demoText(language), width: width) }
        lines += [TerminalLine(""), TerminalLine(boxText(language), .high)]
        for axis in [\PersonSheet.performance, \.potential] {
            lines.append(TerminalLine(""))
            lines += self.lines(axis, language, width: width)
        }
        if let probabilities {
            lines += [
                TerminalLine(""), TerminalLine(language.text("Peluang tiap kotak", "How likely each box is"), .strong),
            ]
            lines += NineBoxGrid.lines(cells(probabilities, language), boxes, language, width: width)
        }
        if !versions.isEmpty {
            lines += [
                TerminalLine(""),
                TerminalLine(language.text("Riwayat penempatan", "Versions of the placement"), .strong),
            ]
            for version in versions {
                let text =
                    "\(version.number). \(version.kind(language)), \(language.date(version.day)), \(version.by): "
                    + version.why
                lines += Self.wrapped(text, width: width, indent: 3, first: 0)
            }
        }
        return lines.map { $0.rendered(width: width, colour: colour) }.joined(separator: "\n")
    }

    private func lines(_ axis: KeyPath<PersonSheet, Axis>, _ language: Language, width: Int) -> [TerminalLine] {
        let value = self[keyPath: axis]
        let result = score(value.score, language) + ", " + levelText(axis, language)
        var lines = [TerminalLine(axisTitle(axis, language), .strong)]
        for component in value.components {
            let numbers =
                weight(component.weight, language).aligned(.trailing, in: 6) + " "
                + score(component.score, language).aligned(.trailing, in: 9)
            let room = max(8, min(48, width - numbers.displayWidth - 1))
            let titles = component.title(language).visibleLine.wrapped(to: room)
            for (index, title) in titles.enumerated() {
                var line = TerminalLine(title.aligned(.leading, in: room) + " ")
                if index == 0 { line.append(numbers, component.score == nil ? .low : .plain) }
                lines.append(line)
            }
            for evidence in component.evidence {
                lines += Self.wrapped("· " + evidence.text(language), width: width, indent: 4, first: 2)
            }
            guard !component.notCounted.isEmpty else { continue }
            lines += Self.wrapped(Self.notCountedTitle(language), width: width, indent: 2, first: 2)
            for evidence in component.notCounted {
                lines += Self.wrapped("· " + evidence.text(language), width: width, indent: 6, first: 4)
            }
        }
        let known = weight(value.knownWeight, language)
        lines += Self.wrapped(
            "= \(result); " + language.text("bobot yang diketahui \(known)", "known weight \(known)"),
            width: width,
            indent: 2,
            first: 0
        )
        return lines
    }

    private func cells(_ probabilities: [Double], _ language: Language) -> [NineBoxGrid.TerminalCell] {
        let likeliest = probabilities.filter(\.isFinite).max() ?? 0
        return zip(1..., probabilities)
            .map { box, share in
                NineBoxGrid.TerminalCell(
                    main: { _ in self.box == box ? "●" : "" },
                    below: language.percent(share: share),
                    bar: likeliest > 0 && share.isFinite ? max(0, share / likeliest) : 0
                )
            }
    }

    private static func wrapped(_ text: String, width: Int, indent: Int = 0, first: Int = 0) -> [TerminalLine] {
        text.visibleLine.wrapped(to: max(4, width - max(indent, first))).enumerated()
            .map { TerminalLine(String(repeating: " ", count: $0 == 0 ? first : indent) + $1) }
    }
}
