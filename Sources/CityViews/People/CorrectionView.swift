public import CityDatabase
import Personnel
public import Reports
import Texts

/// Corrections, and a person's facts, as tables.
public enum CorrectionView {
    public static func table(_ corrections: [Correction]) -> Table {
        Table(
            columns: Table.Column.list("corrected")
                + [Table.Column("fact", codes: .words("fact")), Table.Column("field", codes: .words("fact"))]
                + values + Table.Column.list("reason", "document", "by"),
            rows: corrections.map {
                [
                    .text($0.day.iso), .text($0.fact), .text($0.field), shown($0.field, $0.before),
                    shown($0.field, $0.after), .text($0.reason), .optional($0.documentNumber), .text($0.correctedBy),
                ]
            }
        )
    }

    public static func table(_ outcome: CorrectionOutcome) -> Table {
        Table(
            columns: [Table.Column("fact", codes: .words("fact")), Table.Column("field", codes: .words("fact"))]
                + values,
            rows: outcome.changes.map {
                [.text($0.fact.rawValue), .text($0.field), shown($0.field, $0.before), shown($0.field, $0.after)]
            }
        )
    }

    public static func table(_ facts: [KnownFacts.Fact]) -> Table {
        Table(
            columns: [Table.Column("fact", codes: .words("fact"))]
                + [Table.Column("value", room: .whole)] + Table.Column.list("since", "last_day", "document"),
            rows: facts.map {
                [
                    .text($0.name), shown($0.name, $0.value), .optional($0.since?.iso), .optional($0.lastDay?.iso),
                    .optional($0.document),
                ]
            }
        )
    }

    private static let values = [Table.Column("before", room: .wrapped), Table.Column("after", room: .wrapped)]

    private static func shown(_ field: String, _ value: String?) -> Table.Cell {
        guard let value else { return .missing }
        switch CorrectableField(rawValue: field) {
        case .sex: return .code(value, TextCatalogue.words.wording("group.\(value)"))
        case .kind: return .code(value, TextCatalogue.words.wording("fact.\(value)"))
        case let known: return .text(known?.shown(value) ?? value)
        }
    }
}
