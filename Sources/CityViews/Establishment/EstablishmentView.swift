public import CityDatabase
import Personnel
public import Reports

/// Posts and their seats as tables. They name nobody but the person who entered a number.
public enum EstablishmentView {
    public static func table(of posts: [Establishment.Post]) -> Table {
        Table(
            columns: Table.Column.list("number", "agency", "unit", "post", "level", "class", "seats", "held", "vacant")
                + [Table.Column("source", codes: .words("formasi"))],
            rows: posts.map {
                [
                    .integer(Int($0.id)), .text($0.agency.description), .text($0.unit), .text($0.title),
                    .text($0.positionLevel), $0.jobClass.map { .integer($0) } ?? .missing, .integer($0.seats),
                    .integer($0.held), .integer(max(0, $0.seats - $0.held)), .text($0.source.rawValue),
                ]
            }
        )
    }

    /// The seats of one post over time; the first row has no day, and stands for all days before the next.
    public static func table(_ history: Establishment.History) -> Table {
        var table = Table(
            columns: Table.Column.list("from", "seats") + [Table.Column("source", codes: .words("formasi"))]
                + Table.Column.list("decree", "decree_date", "standard", "by"),
            rows: [
                [
                    .missing, .integer(history.seatsBefore), .text(Formasi.Source.holders.rawValue), .missing, .missing,
                    .missing, .missing,
                ]
            ]
        )
        for formasi in history.formasi {
            table.append([
                .text(formasi.day.iso), .integer(formasi.seats), .text(formasi.source.rawValue),
                formasi.decreeNumber.map { .text($0) } ?? .missing,
                formasi.decreeDate.map { .text($0.iso) } ?? .missing,
                formasi.standard.map { .text($0) } ?? .missing, .text(formasi.recordedBy),
            ])
        }
        return table
    }
}
