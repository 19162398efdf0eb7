public import CityDatabase
import Personnel
public import Reports

/// Titles and what they ask for, in the columns that `JobTitleFile` reads.
public enum JobTitleView {
    public static func table(_ titles: [(title: JobTitle, isOwn: Bool)]) -> Table {
        Table(
            columns: [Table.Column("title", title: "title.job")]
                + Table.Column.list(
                    "family",
                    "level",
                    "retirement_age",
                    "education",
                    "fields",
                    "trainings",
                    "places",
                    "source",
                    "own"
                ),
            rows: titles.map { title, isOwn in
                [
                    .text(title.title), text(title.family), text(title.level?.code),
                    title.retirementAge.map { .integer($0) } ?? .missing, text(title.education?.siasn),
                    text(title.fields.map(TitleRequirement.text)), text(title.trainings.map(TitleRequirement.text)),
                    .boolean(title.hasPlaces), text(title.source), .boolean(isOwn),
                ]
            }
        )
    }

    private static func text(_ text: String?) -> Table.Cell { text.map { .text($0) } ?? .missing }
}
