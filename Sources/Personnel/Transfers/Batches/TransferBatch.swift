/// Transfer cases that take effect together: a mutation round of a city.
///
/// A value: what it tells depends on its moves and seats alone, and not on the order in which they were given. Everything is found
/// in near-linear time.
///
/// **Who follows whom.** At a post with several seats it is not said whose seat a person takes. The rule: people come in the order
/// of ``BatchMove`` (day, then case number) and first take the seats that are vacant before the batch; the others take those of
/// the leaving holders, in the same order. No other pairing makes fewer people wait for a seat. Where a post has more holders
/// than seats, the first who leave only take away what is too much.
public struct TransferBatch: Sendable {
    /// In the order of day and case number.
    public let moves: [BatchMove]
    /// The posts of the city, or at least all that a move or its person has to do with.
    public let seats: [SeatKey: SeatState]

    let traffic: SeatTraffic

    /// - Parameters:
    ///   - moves: in any order.
    ///   - seats: every post that a move leaves or reaches; a post that is not there is unknown, and a fault.
    public init(moves: some Sequence<BatchMove>, seats: [SeatKey: SeatState]) {
        self.moves = moves.sorted()
        self.seats = seats
        traffic = SeatTraffic(moves: self.moves, seats: seats)
    }

    /// Case numbers of moves, each once, in the order of the moves.
    func cases(_ indices: some Sequence<Int>) -> [String] {
        var told: Set<String> = []
        return indices.sorted().map { moves[$0].caseNumber }.filter { told.insert($0).inserted }
    }
}
