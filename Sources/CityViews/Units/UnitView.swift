public import CityDatabase
import Personnel
public import Reports

/// Units, their posts and their history as tables.
public enum UnitView {
    public static func table(_ units: [OrgUnit]) -> Table {
        Table(
            columns: Table.Column.list("agency", "depth", "unit", "name", "parent", "posts", "seats", "held"),
            rows: units.map {
                [
                    .text($0.agency.description), $0.depth.map { .integer($0) } ?? .missing, .text($0.id),
                    .text($0.name),
                    .optional($0.parent), .integer($0.posts), .integer($0.seats), .integer($0.held),
                ]
            }
        )
    }

    public static func table(_ posts: [UnitPost]) -> Table {
        Table(
            columns: Table.Column.list("number", "post", "level", "seats", "held", "marked"),
            rows: posts.map {
                [
                    .integer(Int($0.number)), .text($0.title), .text($0.positionLevel), .integer($0.seats),
                    .integer($0.held), .boolean($0.isMarked),
                ]
            }
        )
    }

    public static func table(_ history: [UnitMoment]) -> Table {
        let columns =
            Table.Column.list("since", "name", "parent")
            + [Table.Column("change", codes: .words("unit_change"))]
            + Table.Column.list("other_unit", "decree", "recorded_by")
        return Table(
            columns: columns,
            rows: history.map {
                [
                    .optional($0.day?.iso), .optional($0.name), .optional($0.parent), .optional($0.kind),
                    .optional($0.other), .optional($0.decreeNumber), .optional($0.recordedBy),
                ]
            }
        )
    }
}
