public import CityDatabase
import Personnel
public import Reports
import Texts

/// One transfer as tables.
public enum TransferView {
    /// A fact a line; the last one is what can follow, each step with whose it is.
    public static func facts(_ record: Transfers.Record) -> Table {
        let summary = record.summary
        let next = record.next.map { "\($0.step.code) (\($0.actor.code))" }
        let facts: [(String, Table.Cell)] = [
            ("number", .text(summary.number)), ("state", word("transfer_state", summary.state)),
            ("nip", .text(summary.nip)), ("name", .text(summary.name)),
            ("from_agency", .text(summary.from.description)), ("from_post", .optional(summary.fromTitle)),
            ("to_agency", .text(summary.to.description)), ("to_post", .optional(summary.toTitle)),
            ("day", .text(summary.day.iso)),
            ("direction", summary.direction.map { word("transfer_direction", $0) } ?? .missing),
            ("basis", word("transfer_basis", summary.basis)), ("proposer", word("transfer_actor", summary.proposer)),
            ("batch", .optional(summary.batch)), ("reason", .text(record.reason)),
            ("problem", .optional(summary.problem)), ("checked_for", .optional(record.checkedFor?.iso)),
            ("next", .optional(next.isEmpty ? nil : next.joined(separator: ", "))),
        ]
        return Table(
            columns: [Table.Column("fact", codes: .key), Table.Column("value")],
            rows: facts.map { [.text($0), $1] }
        )
    }

    /// What each rule says by the last check, what stops the transfer first.
    public static func verdicts(_ record: Transfers.Record) -> Table {
        Table(
            columns: [
                Table.Column("rule", room: .whole), Table.Column("asks", room: .wrapped),
                Table.Column("outcome", codes: .words("transfer_outcome")),
                Table.Column("stops"), Table.Column("facts", room: .wrapped), Table.Column("passes_from"),
                Table.Column("exception", room: .wrapped),
            ],
            rows: record.verdicts.map {
                [
                    .text($0.rule), TransferRulesView.asks(of: $0.rule), .text($0.outcome), .boolean($0.stops),
                    .optional($0.facts.isEmpty ? nil : $0.facts.joined(separator: ", ")),
                    .optional($0.passesFrom?.iso), .optional($0.exception),
                ]
            }
        )
    }

    public static func steps(_ record: Transfers.Record) -> Table {
        Table(
            columns: [
                Table.Column("day"), Table.Column("step", codes: .words("transfer_step")),
                Table.Column("to", codes: .words("transfer_state")),
                Table.Column("actor", codes: .words("transfer_actor")), Table.Column("by"), Table.Column("document"),
                Table.Column("document_date"), Table.Column("note"),
            ],
            rows: record.events.map {
                [
                    .text($0.day.iso), .text($0.step), .text($0.to), .text($0.actor), .text($0.by),
                    .optional($0.documentNumber), .optional($0.documentDate?.iso), .optional($0.note),
                ]
            }
        )
    }

    /// In JSON and CSV the code; a code of another version is shown as it is.
    private static func word(_ kind: String, _ code: String) -> Table.Cell {
        Table.Codes.words(kind).wording(of: code).map { .code(code, $0) } ?? .text(code)
    }
}
