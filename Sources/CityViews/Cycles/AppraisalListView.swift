public import CityDatabase
import CityWork
import Personnel
public import Reports

/// The lists of an agency's appraisals as tables.
public enum AppraisalListView {
    public static func table(_ people: [Appraisals.Exclusion]) -> Table {
        Table(
            columns: Table.Column.list("nip", "name", "reason"),
            rows: people.map { [.optional($0.nip), .optional($0.name), .text($0.reason)] }
        )
    }

    public static func table(_ reminders: [Appraisals.Reminder]) -> Table {
        Table(
            columns: [
                Table.Column("rater"), Table.Column("name"), Table.Column("waiting", alignment: .trailing),
                Table.Column("rated_since", alignment: .trailing),
            ],
            rows: reminders.map {
                [.optional($0.rater), .optional($0.name), .integer($0.waiting), .integer($0.ratedSince)]
            }
        )
    }

    public static func table(_ objections: [Appraisals.ObjectionEntry]) -> Table {
        Table(
            columns: Table.Column.list("nip", "name", "filed", "deadline")
                + [Table.Column("decision", codes: .words("objection"))] + Table.Column.list("decided", "grounds"),
            rows: objections.map {
                [
                    .optional($0.nip), .optional($0.name), .text($0.filedOn.iso), .text($0.deadline.iso),
                    .text($0.isGranted.map { $0 ? "granted" : "rejected" } ?? "pending"),
                    .optional($0.decidedOn?.iso), .text($0.grounds),
                ]
            }
        )
    }

    /// People whose appraisal was closed without a rating.
    public static func table(_ missing: [MissingRating]) -> Table {
        Table(
            columns: Table.Column.list("agency", "nip", "name", "post"),
            rows: missing.map {
                [.text($0.agency.description), .text($0.nip), .text($0.name), .text($0.post)]
            }
        )
    }

    public static func table(_ revisions: [Appraisals.Revision]) -> Table {
        Table(
            columns: Table.Column.list("nip", "name", "version") + [Table.Column("kind", codes: .words("appraisal"))]
                + Table.Column.list("before", "after", "by", "decided", "reason"),
            rows: revisions.map {
                [
                    .optional($0.nip), .optional($0.name), .integer($0.version), .text($0.kind),
                    .optional($0.before?.code), .optional($0.after?.code), .optional($0.decidedBy),
                    .text($0.decidedOn.iso), .text($0.reason),
                ]
            }
        )
    }
}
