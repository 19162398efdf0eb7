public import CityDatabase
import Personnel
public import Reports
import Texts

/// The city's holidays as a table.
public enum HolidayView {
    public static func table(_ holidays: [Holiday]) -> Table {
        Table(
            columns: Table.Column.list("day", "name") + [Table.Column("kind", codes: .words("holiday"))],
            rows: holidays.map { [.text($0.day.iso), .text($0.name), .text($0.kind.rawValue)] }
        )
    }
}
