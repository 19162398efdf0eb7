import CityDatabase
import Postgres

/// A placement as its readings have it: performance 82.50, potential 70.00, box 8.
enum PlacementRow {
    static func read(box: Int16? = 8) async throws -> TalentPlacement {
        try await RowReader.one(
            """
            select 'dinkes', 17::bigint, '198001012005031001', 'Budi', 'Bidang', 'Analis', 'pelaksana', 2::smallint,
                \(box == nil ? nil : 3 as Int16?)::smallint, \(box)::smallint, 82.50::numeric, 75::smallint,
                70.00::numeric, 60::smallint, 90.00::numeric, null::numeric, null::numeric, null::numeric,
                80.00::numeric, null::numeric, null::numeric, 60.00::numeric, null::numeric, null::numeric,
                null::numeric, '2026.1', array[5::bigint]
            """
        )
    }
}
