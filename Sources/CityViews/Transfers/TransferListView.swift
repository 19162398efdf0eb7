public import CityDatabase
import Personnel
public import Reports

/// Transfers and requests as tables. They name people.
public enum TransferListView {
    public static func table(_ transfers: [TransferSummary]) -> Table {
        Table(
            columns: [
                Table.Column("number"), Table.Column("state", codes: .words("transfer_state")),
                Table.Column("nip"), Table.Column("name"), Table.Column("from_agency"),
                Table.Column("from_post", room: .shortened), Table.Column("to_agency"),
                Table.Column("to_post", room: .shortened), Table.Column("day"),
                Table.Column("direction", codes: .words("transfer_direction")),
                Table.Column("basis", codes: .words("transfer_basis")),
                Table.Column("proposer", codes: .words("transfer_actor")), Table.Column("batch"),
                Table.Column("problem"),
            ],
            rows: transfers.map {
                [
                    .text($0.number), .text($0.state), .text($0.nip), .text($0.name), .text($0.from.description),
                    .optional($0.fromTitle), .text($0.to.description), .optional($0.toTitle), .text($0.day.iso),
                    .optional($0.direction), .text($0.basis), .text($0.proposer), .optional($0.batch),
                    .optional($0.problem),
                ]
            }
        )
    }

    /// The answer is the number of the transfer that came of it, or why none did.
    public static func table(_ requests: [TransferRequest]) -> Table {
        Table(
            columns: Table.Column.list("request", "agency", "nip", "to_agency") + [Table.Column("post", room: .whole)]
                + [Table.Column("basis", codes: .words("transfer_basis"))]
                + Table.Column.list("day", "reason", "by") + [Table.Column("answer", room: .wrapped)],
            rows: requests.map {
                [
                    .text($0.code), .text($0.agency.description), .text($0.nip), .text($0.to.description),
                    .integer(Int($0.post)), .text($0.basis), .text($0.day.iso), .text($0.reason), .text($0.by),
                    .optional($0.number ?? $0.declined),
                ]
            }
        )
    }
}
