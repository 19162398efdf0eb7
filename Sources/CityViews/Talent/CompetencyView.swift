public import CityDatabase
public import Personnel
public import Reports
import Texts

/// People with competencies as a table.
public enum CompetencyView {
    /// People in the order of their match for a post, if there is one: known before unknown, the best first; else by NIP.
    ///
    /// - Parameters:
    ///   - demands: the competencies to show; all of a person's when empty.
    ///   - standard: what the post asks; nil when nobody asked about a post.
    public static func table(
        of holders: some Sequence<Competencies.Holder>,
        demands: [CompetencyDemand],
        standard: CompetencyStandard?,
        rules: RuleSet
    ) -> Table {
        var columns = Table.Column.list("agency", "nip", "name", "post", "level", "competencies")
        if standard != nil { columns += Table.Column.list("match", "match_grade", "not_assessed") }
        var table = Table(columns: columns)
        let cap = JobPersonMatch.Cap(rules: rules)
        let rows = holders.map { holder in
            (holder, standard.map { PostMatch($0, achieved: holder.levels, cap: cap) })
        }
        for (holder, match) in rows.sorted(by: { order($0) < order($1) }) {
            let shown = demands.isEmpty ? holder.levels.keys.sorted() : Set(demands.map(\.name)).sorted()
            var cells: [Table.Cell] = [
                .text(holder.agency.description), .text(holder.nip), .text(holder.name), .text(holder.post),
                .text(holder.positionLevel),
                list(shown.map { name in (name, holder.levels[name].map { " \($0.rawValue)" } ?? "") }),
            ]
            if let match { cells += self.cells(match) + [missing(match)] }
            table.append(cells)
        }
        return table
    }

    /// The match and its grade; empty while it is not known.
    static func cells(_ match: PostMatch) -> [Table.Cell] {
        guard let value = match.value else { return [.missing, .missing] }
        return [.decimal("\(value.value)"), .text(value.filling.code)]
    }

    private static func missing(_ match: PostMatch) -> Table.Cell {
        guard case .notAssessed(let names) = match else { return .missing }
        return list(names.map { ($0, "") })
    }

    private static func order(_ row: (Competencies.Holder, PostMatch?)) -> (Int, String) {
        guard let match = row.1?.value else { return (1, row.0.nip) }
        return (-match.value.hundredths, row.0.nip)
    }

    private static func list(_ names: [(CompetencyName, String)]) -> Table.Cell {
        func text(_ title: (CompetencyName) -> String) -> String {
            names.map { title($0.0) + $0.1 }.joined(separator: ", ")
        }
        return .code(
            text(\.code),
            Wording(indonesian: text(\.title), english: text(\.englishTitle))
        )
    }
}
