public import CityDatabase
public import Personnel
public import Reports

/// Tables of people who are due for a transfer or retire, and of posts that fall vacant.
public enum WorkforceView {
    /// People in their post for the longest time allowed on a day.
    ///
    /// - Parameter eligible: also those who may be transferred and are not due.
    public static func due(
        _ holders: some Sequence<Workforce.Holder>,
        eligible: Bool,
        rules: RuleSet,
        on day: CivilDate
    ) -> Table {
        let (least, most) = (rules[.minimumMonthsInPost], rules[.maximumMonthsInPost])
        var table = Table(
            columns: Table.Column.list("agency", "nip", "name", "post", "since", "months")
                + [Table.Column("standing", codes: .words("standing"))]
        )
        for holder in holders {
            let months = holder.since.completedMonths(until: day)
            guard months >= (eligible ? least : most) else { continue }
            table.append([
                .text(holder.agency.description), .text(holder.nip), .text(holder.name), .text(holder.post),
                .text(holder.since.iso), .integer(months), .text(months >= most ? "due" : "eligible"),
            ])
        }
        return table
    }

    /// People who retire, or leave by a decision on record, by `end`, the first first: their age on a day, the last day to tell them, the day from which they
    /// may prepare, and the day from which a decision on record ends their service. It prepares decisions and makes
    /// none.
    public static func retirements(
        _ holders: some Sequence<Workforce.Holder>,
        by end: CivilDate,
        on day: CivilDate
    ) -> Table {
        let rows =
            holders.compactMap { holder in
                // A decision may come before the age.
                holder.retiresOn.map { (first: min($0, holder.leavesOn ?? $0), day: $0, holder: holder) }
            }
            .filter { $0.first <= end }
            .sorted { ($0.first, $0.holder.nip) < ($1.first, $1.holder.nip) }
            .map { _, retires, holder -> [Table.Cell] in
                [
                    .text(retires.iso), .text(holder.agency.description), .text(holder.nip), .text(holder.name),
                    .text(holder.post), .integer(holder.birth.completedYears(until: day)),
                    .text(Retirement.notice(before: retires).iso), .text(Retirement.preparation(before: retires).iso),
                    holder.leavesOn.map { .text($0.iso) } ?? .missing,
                ]
            }
        return Table(
            columns: Table.Column.list(
                "retires",
                "agency",
                "nip",
                "name",
                "post",
                "age",
                "notice",
                "preparation",
                "ends"
            ),
            rows: rows
        )
    }

    public static func table(_ vacancies: [Workforce.Vacancy]) -> Table {
        Table(
            columns: Table.Column.list(
                "agency",
                "unit",
                "post",
                "level",
                "seats",
                "held",
                "retiring",
                "vacant",
                "critical"
            ),
            rows: vacancies.map {
                [
                    .text($0.agency.description), .text($0.unit), .text($0.post), .text($0.positionLevel),
                    .integer($0.seats), .integer($0.held), .integer($0.retiring),
                    .integer($0.seats - $0.held + $0.retiring), .boolean($0.isCritical),
                ]
            }
        )
    }
}
