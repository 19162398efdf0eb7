import CityDatabase
import Programs

/// Rows that a list had to leave out.
enum UnreadableRows {
    /// Names them, when the rest is printed.
    ///
    /// - Throws: `Stop`, when there are any: the list is not whole.
    static func report(_ rows: [UnreadableRow]) throws {
        guard !rows.isEmpty else { return }
        for row in rows.prefix(10) { Terminal.say("left out: \(row)") }
        throw Stop(
            .inputData,
            "\(rows.count.counted("row", "rows")) cannot be read; 'mutasi quality --list --only DATE' shows impossible dates, "
                + "'mutasi db check' holes in the schema"
        )
    }
}
