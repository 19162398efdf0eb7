/// One case of a batch: one person goes from a seat to a seat on a day.
public struct BatchMove: Sendable, Hashable {
    /// The case's number, such as "TRF-2026-000123".
    public let caseNumber: String
    /// A number of the person's own, which ``SeatState/holders`` have, too.
    public let person: Int64
    /// Nil for a person without a definitive post.
    public let from: SeatKey?
    /// Nil where no receiving post is named, which is a fault of the batch.
    public let to: SeatKey?
    /// The first day in the new seat (TMT); the old one is held until the day before.
    public let on: CivilDate

    public init(caseNumber: String, person: Int64, from: SeatKey?, to: SeatKey?, on: CivilDate) {
        self.caseNumber = caseNumber
        self.person = person
        self.from = from
        self.to = to
        self.on = on
    }

    /// The same person back from where this move leads.
    public func reversed(on day: CivilDate) -> BatchMove {
        BatchMove(caseNumber: caseNumber, person: person, from: to, to: from, on: day)
    }

    /// Whether the move leads nowhere: from a seat into the same.
    var isIntoOwnSeat: Bool { to != nil && from == to }
}

extension BatchMove: Comparable {
    /// By day and then by case number, which decides who comes first to a seat; the rest only makes the order whole.
    public static func < (left: BatchMove, right: BatchMove) -> Bool {
        if left.on != right.on { return left.on < right.on }
        if left.caseNumber != right.caseNumber { return left.caseNumber < right.caseNumber }
        if left.person != right.person { return left.person < right.person }
        if left.from != right.from { return precedes(left.from, right.from) }
        return left.to != right.to && precedes(left.to, right.to)
    }

    /// No seat comes before every seat.
    private static func precedes(_ left: SeatKey?, _ right: SeatKey?) -> Bool {
        guard let right else { return false }
        return left.map { $0 < right } ?? true
    }
}
