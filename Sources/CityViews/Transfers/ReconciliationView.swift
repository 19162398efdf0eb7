public import CityDatabase
public import Personnel
public import Reports
import Texts

/// Differences between a file and our records, with what would mend each. They name people.
public enum ReconciliationView {
    /// - Parameter unreadable: rows of the file that could not be read, which come first.
    public static func table(_ differences: [Difference], unreadable: [ImportFinding] = []) -> Table {
        var table = Table(
            columns: [
                Table.Column("nip"), Table.Column("name"), Table.Column("agency"),
                Table.Column("difference", codes: .words("difference")), Table.Column("here", room: .wrapped),
                Table.Column("there", room: .wrapped), Table.Column("line"), Table.Column("transfer"),
                Table.Column("mend", room: .wrapped),
            ]
        )
        for finding in unreadable {
            table.append([
                .missing, .missing, .missing, .text("unreadable"), .missing,
                .optional(finding.column.isEmpty ? nil : finding.column), .integer(finding.line), .missing,
                .sentence(finding.reason),
            ])
        }
        for difference in differences {
            table.append([
                .text(difference.nip.text), .optional(difference.name),
                .optional(difference.agency.map { "\($0)" }), .text(difference.kind.rawValue), here(difference),
                .optional(difference.there), difference.line.map { .integer($0) } ?? .missing,
                .optional(difference.transfer), .sentence(words(difference.mend)),
            ])
        }
        return table
    }

    /// A state in words, where our records say a state.
    private static func here(_ difference: Difference) -> Table.Cell {
        guard let here = difference.here else { return .missing }
        guard [.proposal, .report].contains(difference.kind), TransferState(code: here) != nil else {
            return .text(here)
        }
        return .code(here, TextCatalogue.words.wording("transfer_state.\(here)"))
    }

    private static func words(_ mend: Mend) -> Wording {
        TextCatalogue.words.wording("mend.\(mend.code.rawValue)", among: mend.values.mapValues { .text($0) })
    }
}
