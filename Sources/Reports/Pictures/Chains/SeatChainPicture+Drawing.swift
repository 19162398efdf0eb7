import Characters
import Personnel
import Texts

extension SeatChainPicture: DrawnPicture {
    /// More make a picture that nobody reads; the table has them all.
    private static let mostChains = 100
    private static let headingHeight = 24
    private static let space = 26

    private var drawn: ArraySlice<Chain> { chains.prefix(Self.mostChains) }

    func name(_ language: Language) -> String { ChainBox.word("name")(language) }

    func drawing(_ language: Language) -> Drawing {
        var top = 0
        var parts: [Markup] = []
        for chain in drawn {
            let drawing = ChainDrawing(chain, language)
            parts.append(Drawing.text(heading(of: chain, language), x: 0, y: top + 14, size: 13, bold: true))
            parts.append(drawing.content(top: top + Self.headingHeight))
            top += Self.headingHeight + drawing.height + Self.space
        }
        return Drawing(
            width: Drawing.fullWidth,
            height: max(1, top),
            summary: drawn.map { "\(heading(of: $0, language)): \(text(of: $0, language))" }.joined(separator: "; "),
            content: "\(parts)"
        )
    }

    /// "Part 3: chain of 5".
    func heading(of chain: Chain, _ language: Language) -> String {
        ChainBox.word(
            "heading",
            [
                "part": .number(chain.component), "form": .wording(ChainBox.word(chain.form.code)),
                "moves": .number(chain.hops.count),
            ]
        )(language)
    }

    func sentences(_ language: Language) -> [String] {
        guard !chains.isEmpty else { return [ChainBox.word("none")(language)] }
        let counts = SeatChain.Form.allCases.compactMap { form -> String? in
            let count = chains.count { $0.form == form }
            return count > 0 ? "\(ChainBox.word(form.code)(language)) \(language.number(count))" : nil
        }
        var sentences = [
            ChainBox.word("moves", ["moves": .number(moves), "forms": .text(counts.joined(separator: ", "))])(language),
            ChainBox.word("boxes")(language),
        ]
        if chains.count > drawn.count {
            sentences.append(
                ChainBox.word("drawn", ["drawn": .number(drawn.count), "chains": .number(chains.count)])(language)
            )
        }
        return sentences
    }

    func numbers(_ language: Language) -> [PrintedTable] {
        let rows = chains.flatMap { chain in
            chain.hops.enumerated()
                .map { place, hop in
                    [
                        language.number(chain.component), hop.caseNumber,
                        Self.text(hop.from, or: "outside", language),
                        Self.text(chain.seat(reachedBy: place), or: "unnamed", language),
                    ]
                }
        }
        return [
            PrintedTable(
                columns: [
                    .init(title: ChainBox.word("column_part")(language)),
                    .init(title: ChainBox.word("column_case")(language), isNumber: false),
                    .init(title: ChainBox.word("column_from")(language), isNumber: false),
                    .init(title: ChainBox.word("column_to")(language), isNumber: false),
                ],
                rows: rows
            )
        ]
    }

    func reading(_ language: Language) -> [String] { [ChainBox.word("reading")(language)] }

    private static func text(_ seat: Seat?, or key: String, _ language: Language) -> String {
        seat.map { "\($0.title), \($0.agency)" } ?? ChainBox.word(key)(language)
    }
}
