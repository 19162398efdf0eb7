public import CityDatabase
import Personnel
public import Reports

/// What checks of transfers found, a row for each.
public enum TransferCheckView {
    public static func table(_ checked: [Transfers.Checked]) -> Table {
        Table(
            columns: [
                Table.Column("number"), Table.Column("direction", codes: .words("transfer_direction")),
                Table.Column("imut"), Table.Column("outcome", codes: .words("clearance")),
                Table.Column("stops", room: .wrapped), Table.Column("lifted", room: .wrapped),
                Table.Column("warnings", room: .wrapped), Table.Column("opens"),
            ],
            rows: checked.map { one in
                let clearance = one.clearance
                let outcome = !clearance.mayProceed ? "stopped" : clearance.warnings.isEmpty ? "clear" : "warned"
                return [
                    .text(one.number), .optional(one.direction?.code), .optional(imut(one.imut)), .text(outcome),
                    list(clearance.stops), list(clearance.lifted.map(\.verdict)), list(clearance.warnings),
                    .optional(clearance.opens?.iso),
                ]
            }
        )
    }

    /// "42/4211"; without a code what is missing, "? selection".
    private static func imut(_ proposal: ImutProposal) -> String? {
        if let code = proposal.code {
            return (["\(code.type)"] + [code.subtype.map { "\($0)" }].compactMap(\.self)).joined(separator: "/")
        }
        return "? " + proposal.gaps.map(\.code).joined(separator: " ")
    }

    /// "time_in_post_floor (held_since=2025-03-01, asked=24)".
    private static func list(_ verdicts: [TransferVerdict]) -> Table.Cell {
        .optional(verdicts.isEmpty ? nil : verdicts.map(text).joined(separator: "; "))
    }

    private static func text(_ verdict: TransferVerdict) -> String {
        let facts = verdict.facts.map(\.description) + verdict.missing.map { "not known: \($0.code)" }
        return verdict.condition.code + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
    }
}
