import Characters
import CityDatabase
import CityViews
import Programs
import Texts

/// Rows that a list had to leave out.
enum UnreadableRows {
    /// Names them, when the rest is printed.
    ///
    /// - Throws: `Stop`, when there are any: the list is not whole.
    static func report(_ rows: [UnreadableRow]) throws {
        guard !rows.isEmpty else { return }
        name(rows)
        throw Stop(.rowsUnreadable, ["count": .number(rows.count)])
    }

    /// What a picture or a report had to leave out, which is made all the same.
    static func say(_ leftOut: LeftOut) {
        switch leftOut {
        case .people(let count):
            Terminal.say(
                Message.unreadablePeople(["count": .number(count)]),
                hint: Message.unreadablePeopleHint()
            )
        case .rows(let rows): name(rows)
        }
    }

    private static func name(_ rows: [UnreadableRow]) {
        for row in rows.prefix(10) { Terminal.say(Message.unreadableRow(["row": "\(row)"])) }
    }
}
