public import CityDatabase
import Personnel
public import Reports
import Texts

/// The audit trail as tables.
public enum AuditView {
    public static func table(_ events: [AuditEvent]) -> Table {
        Table(
            columns: [
                Table.Column("id", title: "event", alignment: .trailing), Table.Column("at"), Table.Column("agency"),
                Table.Column("actor"), Table.Column("role"), Table.Column("operation"), Table.Column("table"),
                Table.Column("key", title: "row"), Table.Column("purpose"),
            ],
            rows: events.map {
                [
                    .integer(Int($0.id)), .text($0.at), .optional($0.agency), .text($0.actor), .text($0.role),
                    .text($0.operation), .text($0.table), .text($0.key), .optional($0.purpose),
                ]
            }
        )
    }

    /// One event, a fact a line.
    public static func facts(_ event: AuditEvent) -> Table {
        let facts: [(String, Table.Cell)] = [
            ("event", "\(event.id)"), ("block", "\(event.block)"), ("at", event.at), ("agency", event.agency),
            ("actor", event.actor), ("login", event.login), ("role", event.role), ("request", event.request),
            ("purpose", event.purpose), ("operation", event.operation), ("table", event.table), ("row", event.key),
        ]
        .map { ($0, .optional($1)) }
        let payload = event.payload.map { .text($0) } ?? Table.Cell.code("erased", Message.auditPayloadErased())
        return Table(
            columns: [Table.Column("fact", codes: .key), Table.Column("value")],
            rows: (facts + [("payload", payload)]).map { [.text($0), $1] }
        )
    }

    /// What is not as it was written.
    ///
    /// - Parameter agencies: the codes by which people know them; without them they have their numbers, as programs read them.
    public static func table(_ problems: [AuditProblem], agencies: [Agency]? = nil) -> Table {
        func agency(_ number: AgencyID) -> Table.Cell {
            guard let agencies else { return .integer(Int(number)) }
            if number == 0 { return .text("city") }
            return .text(agencies.first { $0.id == number }?.code.description ?? "\(number)")
        }
        return table(of: problems, agency)
    }

    private static func table(of problems: [AuditProblem], _ agency: (AgencyID) -> Table.Cell) -> Table {
        Table(
            columns: [
                Table.Column("kind", title: "problem", codes: .words("audit_problem")),
                Table.Column("agency_id", title: "agency", codes: .words("owner")), Table.Column("block"),
                Table.Column("event"),
                Table.Column("detail"),
            ],
            rows: problems.map {
                [
                    .text($0.kind), agency($0.agency), .integer(Int($0.block)),
                    .optional($0.event.map { Int($0) }),
                    .sentence($0.detail),
                ]
            }
        )
    }

    /// Requests for erasures of payloads.
    public static func table(_ requests: [PayloadErasures.Request]) -> Table {
        Table(
            columns: [
                Table.Column("request", alignment: .trailing), Table.Column("agency"),
                Table.Column("event", alignment: .trailing), Table.Column("table"), Table.Column("reason"),
                Table.Column("asked_by"), Table.Column("asked"), Table.Column("approved_by"),
            ],
            rows: requests.map {
                [
                    .integer(Int($0.id)), .optional($0.agency), .integer(Int($0.event)), .optional($0.table),
                    .optional($0.reason), .text($0.askedBy), .text($0.askedAt), .optional($0.approvedBy),
                ]
            }
        )
    }
}
