import Personnel
import Texts

/// The talent map: performance upwards, potential rightwards, the talent pool outlined.
public struct NineBoxPicture: Picture, Sendable, Hashable {
    public let frame: PictureFrame
    public let nineBox: NineBox

    public init(frame: PictureFrame, nineBox: NineBox) {
        self.frame = frame
        self.nineBox = nineBox
    }

    /// A row for each box, and one without a box for the rated whose potential is not known.
    public var table: Table {
        let columns = [
            Table.Column("box", alignment: .trailing), Table.Column("performance"), Table.Column("potential"),
            Table.Column("people", alignment: .trailing), Table.Column("share_percent", alignment: .trailing),
        ]
        let placed = nineBox.boxes.byNumber.map { cell -> [Table.Cell] in
            let people = nineBox[cell.number]
            return [
                .integer(cell.number), .text(cell.performance.code), .text(cell.potential.code), .integer(people),
                .percent(people, of: nineBox.placed),
            ]
        }
        return Table(
            columns: columns,
            rows: placed + [[.missing, .missing, .missing, .integer(nineBox.unplaced), .missing]]
        )
    }
}

extension NineBoxPicture: DrawnPicture {
    func name(_ language: Language) -> String { language.text("Peta talenta", "Talent map") }

    func drawing(_ language: Language) -> Drawing { nineBox.drawing(language, size: .full) }

    func sentences(_ language: Language) -> [String] {
        let pool =
            language.number(nineBox.talentPool) + ", "
            + language.percent(nineBox.talentPool, of: nineBox.placed)
        guard nineBox.placed > 0 || nineBox.unplaced > 0 else {
            return [language.text("Belum ada pegawai yang dipetakan.", "Nobody has been placed yet.")]
        }
        return [
            language.text(
                "Garis tebal: kelompok talenta, kotak 7, 8 dan 9: \(pool) dari yang dipetakan.",
                "Heavy line: the talent pool, boxes 7, 8 and 9: \(pool) of the placed."
            ),
            language.text(
                "Dipetakan: \(language.number(nineBox.placed)). Sudah dinilai, tetapi potensialnya belum diketahui: "
                    + "\(language.number(nineBox.unplaced)).",
                "Placed: \(language.number(nineBox.placed)). Rated, but potential not known: "
                    + "\(language.number(nineBox.unplaced))."
            ),
        ]
    }

    func numbers(_ language: Language) -> [PrintedTable] {
        let performances = [
            language.text("di bawah ekspektasi", "below expectation"),
            language.text("sesuai ekspektasi", "as expected"),
            language.text("di atas ekspektasi", "above expectation"),
        ]
        let potentials = [
            language.text("rendah", "low"), language.text("menengah", "medium"), language.text("tinggi", "high"),
        ]
        let rows = nineBox.boxes.byNumber.reversed()
            .map { cell -> [String] in
                let people = nineBox[cell.number]
                return [
                    String(cell.number), performances[cell.performance.rawValue - 1],
                    potentials[cell.potential.rawValue - 1], language.number(people),
                    language.percent(people, of: nineBox.placed),
                ]
            }
        return [
            PrintedTable(
                columns: [
                    .init(title: language.text("Kotak", "Box"), isNumber: false),
                    .init(title: language.text("Kinerja", "Performance"), isNumber: false),
                    .init(title: language.text("Potensial", "Potential"), isNumber: false),
                    .init(title: language.text("Pegawai", "People")),
                    .init(title: language.text("Bagian", "Share")),
                ],
                rows: rows,
                total: [
                    language.text("Jumlah", "Total"), "", "", language.number(nineBox.placed),
                    language.percent(nineBox.placed, of: nineBox.placed),
                ]
            )
        ]
    }

    func reading(_ language: Language) -> [String] {
        [
            language.text(
                "Makin ke atas makin baik kinerjanya, makin ke kanan makin tinggi potensialnya; angka kecil di sudut "
                    + "adalah nomor kotak. Garis tebal melingkupi kelompok talenta (kelompok rencana suksesi). "
                    + "Makin gelap kotaknya, makin besar bagiannya.",
                "Performance rises upwards, potential rises to the right; the small number in the corner is the box's. "
                    + "The heavy line surrounds the talent pool (succession group). "
                    + "The darker a box, the greater its share."
            ),
            language.text(
                "Kotak talenta: PermenPANRB 3/2020 sebagaimana diubah dengan PermenPANRB 20/2025; "
                    + "nilai kinerja dan potensial: Keputusan Kepala BKN 411/2025.",
                "Boxes of the talent map: PermenPANRB 3/2020 as amended by PermenPANRB 20/2025; "
                    + "scores of performance and potential: Keputusan Kepala BKN 411/2025."
            ),
        ]
    }

    func lines(_ language: Language, width: Int) -> [TerminalLine] { nineBox.lines(language, width: width) }
}
