import Personnel
public import Reports

/// The talent map as a table: a row for each box, and one without a box for the people in none.
public enum TalentMapView {
    /// - Parameter boxes: people by box, box 1 first.
    public static func table(_ boxes: [Int], _ unplaced: Int) -> Table {
        let columns = [
            Table.Column("box", alignment: .trailing), Table.Column("performance"), Table.Column("potential"),
            Table.Column("people", alignment: .trailing),
        ]
        let placed: [[Table.Cell]] = zip(TalentBox.all, boxes)
            .map { box, count in
                [.integer(box.number), .text(box.performance.code), .text(box.potential.code), .integer(count)]
            }
        return Table(columns: columns, rows: placed + [[.missing, .missing, .missing, .integer(unplaced)]])
    }
}
