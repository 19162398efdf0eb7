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
                Table.Column("indicator"), Table.Column("dimension"),
                Table.Column("offenders", alignment: .trailing), Table.Column("meaning"),
            ],
            rows: found.map {
                [
                    .text($0.indicator.rawValue), .text($0.indicator.dimension.name), .integer($0.offenders.count),
                    .text($0.indicator.meaning),
                ]
            }
        )
    }

    /// The offenders themselves.
    public static func offenders(_ found: [Found]) -> Table {
        Table(
            columns: ["indicator", "agency", "nip", "name", "what"].map { Table.Column($0) },
            rows: found.flatMap { indicator, offenders in
                offenders.map {
                    [
                        .text(indicator.rawValue), .text($0.agency.description), .optional($0.nip), .optional($0.name),
                        .text($0.what),
                    ]
                }
            }
        )
    }
}
