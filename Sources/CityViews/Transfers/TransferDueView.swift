public import CityDatabase
import Personnel
public import Reports

/// What transfers wait for, each with its last day. It names transfers and no person.
public enum TransferDueView {
    public static func table(_ deadlines: [TransferDeadline]) -> Table {
        Table(
            columns: [
                Table.Column("last_day"), Table.Column("days_late", alignment: .trailing), Table.Column("number"),
                Table.Column("awaited", codes: .words("transfer_deadline")), Table.Column("problem"),
            ],
            rows: deadlines.map {
                [
                    .text($0.lastDay.iso), .integer($0.daysLate), .text($0.number), .text($0.kind.rawValue),
                    .optional($0.problem),
                ]
            }
        )
    }
}
