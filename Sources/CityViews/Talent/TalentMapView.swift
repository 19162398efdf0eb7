import Personnel
public import Reports

/// The talent map as a table: a row for each box, and one without a box for the people in none.
public enum TalentMapView {
    public static func table(_ nineBox: NineBox) -> Table {
        let columns = [
            Table.Column("box", alignment: .trailing), Table.Column("performance", codes: .words("level")),
            Table.Column("potential", codes: .words("level")), Table.Column("people", alignment: .trailing),
        ]
        let placed = nineBox.boxes.byNumber.map { cell -> [Table.Cell] in
            [
                .integer(cell.number), .text(cell.performance.code), .text(cell.potential.code),
                .integer(nineBox[cell.number]),
            ]
        }
        return Table(columns: columns, rows: placed + [[.missing, .missing, .missing, .integer(nineBox.unplaced)]])
    }
}
