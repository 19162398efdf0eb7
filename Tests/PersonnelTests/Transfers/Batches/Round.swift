import Personnel

/// A mutation round, written by hand: posts and people by small numbers, all on one day unless told otherwise.
struct Round {
    static let day = CivilDate(daysSince2000: 9_364)  // 2025-08-21
    private static let city = AgencyCode("setda")

    private(set) var seats: [SeatKey: SeatState] = [:]
    private(set) var moves: [BatchMove] = []

    static func seat(_ post: Int) -> SeatKey {
        guard let city else { preconditionFailure("setda is a code") }
        return SeatKey(agency: city, post: Int64(post))
    }

    /// A post with its people.
    mutating func post(_ post: Int, seats: Int = 1, _ holders: Int64..., isAbolished: Bool = false) {
        self.post(post, seats: seats, Set(holders), isAbolished: isAbolished)
    }

    mutating func post(_ post: Int, seats: Int, _ holders: Set<Int64>, isAbolished: Bool = false) {
        self.seats[Self.seat(post)] = SeatState(seats: seats, holders: holders, isAbolished: isAbolished)
    }

    /// A case, named by its number alone.
    mutating func move(_ caseNumber: String, _ person: Int64, _ from: Int?, _ to: Int?, after days: Int = 0) {
        moves.append(
            BatchMove(
                caseNumber: caseNumber,
                person: person,
                from: from.map(Self.seat),
                to: to.map(Self.seat),
                on: Self.day + days
            )
        )
    }

    var batch: TransferBatch { TransferBatch(moves: moves, seats: seats) }

    /// Posts 1 to n, each with the person of its number, and post 0 vacant.
    static func row(_ count: Int) -> Round {
        var round = Round()
        round.post(0)
        for post in 1...count { round.post(post, Int64(post)) }
        return round
    }
}

extension TransferBatch {
    /// The case numbers of each chain.
    var chainCases: [[String]] { chains.map { $0.moves.map(\.caseNumber) } }
    /// The case numbers of each component, in the order of their names.
    var componentCases: [[String]] { components.map { $0.cases.sorted() } }
}
