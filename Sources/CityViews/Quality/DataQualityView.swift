public import CityDatabase
import Personnel
public import Reports

/// What is wrong with the city's data as tables.
public enum DataQualityView {
    public typealias Found = (indicator: DataQuality.Indicator, offenders: [DataQuality.Offender])

    /// How many offend each indicator.
    public static func counts(_ found: [Found]) -> Table {
        Table(
            columns: [
                Table.Column("indicator"), Table.Column("dimension", codes: .words("dimension")),
                Table.Column("offenders", alignment: .trailing), Table.Column("meaning"),
            ],
            rows: found.map {
                [
                    .text($0.indicator.rawValue), .text($0.indicator.dimension.name), .integer($0.offenders.count),
                    .sentence($0.indicator.meaning),
                ]
            }
        )
    }

    /// The offenders themselves.
    public static func offenders(_ found: [Found]) -> Table {
        Table(
            columns: Table.Column.list("indicator", "agency", "nip", "name", "what"),
            rows: found.flatMap { indicator, offenders in
                offenders.map {
                    [
                        .text(indicator.rawValue), .text($0.agency.description), .optional($0.nip), .optional($0.name),
                        .sentence($0.what),
                    ]
                }
            }
        )
    }
}
