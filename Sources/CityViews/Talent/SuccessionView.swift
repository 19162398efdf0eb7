public import CityDatabase
public import Personnel
public import Reports

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
        let columns = [
            "agency", "post", "place", "nip", "name", "from_agency", "present_post", "eligible", "reasons", "flags",
        ]
        .map { Table.Column($0) }
        var table = Table(columns: columns)
        for post in posts {
            let ranked = Succession.ranked(candidates, for: post, rules: rules, on: day)
            for successor in ranked.prefix(limit ?? rules[.criticalSuccessors]) {
                table.append([
                    .text(post.agency.description), .text(post.title), .integer(successor.place),
                    .text(successor.candidate.nip), .text(successor.candidate.name),
                    .text(successor.candidate.agency.description), .text(successor.candidate.post),
                    .boolean(successor.isEligible), .text(successor.reasons.joined(separator: "; ")),
                    .optional(successor.flags.isEmpty ? nil : successor.flags.joined(separator: "; ")),
                ])
            }
        }
        return table
    }

    /// The posts themselves.
    public static func table(of posts: [Succession.Post]) -> Table {
        Table(
            columns: ["number", "agency", "unit", "post", "level", "vacant", "marked"].map { Table.Column($0) },
            rows: posts.map {
                [
                    .integer(Int($0.id)), .text($0.agency.description), .text($0.unit), .text($0.title),
                    .text($0.positionLevel), .boolean($0.holders.isEmpty), .boolean($0.isMarked),
                ]
            }
        )
    }
}
