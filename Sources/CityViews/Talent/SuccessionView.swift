public import CityDatabase
public import Personnel
public import Reports
import Texts

/// Critical posts and their successors as tables.
public enum SuccessionView {
    /// Ranked successors for each of the posts.
    ///
    /// - Parameter limit: so many for each post; nil for what the rules ask for.
    public static func table(
        of posts: [Succession.Post],
        _ candidates: some Sequence<Succession.Candidate>,
        rules: RuleSet,
        on day: CivilDate,
        limit: Int?
    ) -> Table {
        let columns =
            Table.Column.list("agency", "post") + [Table.Column("place", title: "place.successor")]
            + Table.Column.list(
                "nip",
                "name",
                "from_agency",
                "present_post",
                "eligible",
                "match",
                "match_grade",
                "reasons",
                "flags",
                "unknown"
            )
        var table = Table(columns: columns)
        for post in posts {
            let ranked = Succession.ranked(candidates, for: post, rules: rules, on: day)
            for successor in ranked.prefix(limit ?? rules[.criticalSuccessors]) {
                table.append(
                    [
                        .text(post.agency.description), .text(post.title), .integer(successor.place),
                        .text(successor.candidate.nip), .text(successor.candidate.name),
                        .text(successor.candidate.agency.description), .text(successor.candidate.post),
                        .boolean(successor.isEligible),
                    ] + CompetencyView.cells(successor.match) + [
                        joined(successor.reasons), successor.flags.isEmpty ? .missing : joined(successor.flags),
                        successor.unknown.isEmpty ? .missing : joined(successor.unknown),
                    ]
                )
            }
        }
        return table
    }

    private static func joined(_ words: [Wording]) -> Table.Cell {
        func text(_ language: Language) -> String { words.map { $0(language) }.joined(separator: "; ") }
        return .code(text(.english), Wording(indonesian: text(.indonesian), english: text(.english)))
    }

    /// The posts themselves.
    public static func table(of posts: [Succession.Post]) -> Table {
        Table(
            columns: Table.Column.list("number", "agency", "unit", "post", "level", "vacant", "marked"),
            rows: posts.map {
                [
                    .integer(Int($0.id)), .text($0.agency.description), .text($0.unit), .text($0.title),
                    .text($0.positionLevel), .boolean($0.holders.isEmpty), .boolean($0.isMarked),
                ]
            }
        )
    }
}
