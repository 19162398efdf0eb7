/// Who comes to and who leaves each post, by the places of the moves in their batch.
struct SeatTraffic {
    /// What happens at one post.
    struct Post {
        let key: SeatKey
        /// Seats that somebody may come into.
        let seats: Int
        /// People who hold one before the batch.
        let holders: Int
        /// Moves that lead here, in order.
        var arrivals: [Int] = []
        /// Moves that free a seat here, in order; one for each person.
        var leavers: [Int] = []

        /// Seats free before the batch; less than 0 where there are more holders than seats.
        var vacant: Int { seats - holders }
        /// Holders who do not move.
        var staying: Int { holders - leavers.count }

        /// The leaver whose seat the arrival takes, by its place among the arrivals; nil where it takes a vacant seat, or none.
        func predecessor(ofArrival place: Int) -> Int? {
            let place = place - vacant
            return place >= 0 && place < leavers.count ? leavers[place] : nil
        }

        /// Whether somebody who comes needs a seat that a leaver frees, or wants one that another wants.
        var isTight: Bool { !arrivals.isEmpty && arrivals.count > vacant }
    }

    /// In the order in which the moves name them.
    private(set) var posts: [Post] = []
    /// For each move, the post where it frees a seat: not where the person does not hold it, and only for the first of a
    /// person's moves.
    private(set) var origins: [Int?]
    /// For each move, the post to which it leads, known or not.
    private(set) var destinations: [Int?]
    /// For each move, its place among those who come to the same post; 0 for one that leads to none.
    private(set) var ranks: [Int]

    init(moves: [BatchMove], seats: [SeatKey: SeatState]) {
        origins = Array(repeating: nil, count: moves.count)
        destinations = origins
        ranks = Array(repeating: 0, count: moves.count)
        var places: [SeatKey: Int] = [:]
        places.reserveCapacity(moves.count)
        var gone: Set<Int64> = []
        for (index, move) in moves.enumerated() where !move.isIntoOwnSeat {
            if let from = move.from, seats[from]?.holders.contains(move.person) == true,
                gone.insert(move.person).inserted
            {
                let post = place(from, seats, &places)
                origins[index] = post
                posts[post].leavers.append(index)
            }
            if let to = move.to {
                let post = place(to, seats, &places)
                destinations[index] = post
                ranks[index] = posts[post].arrivals.count
                posts[post].arrivals.append(index)
            }
        }
    }

    private mutating func place(
        _ key: SeatKey,
        _ seats: [SeatKey: SeatState],
        _ places: inout [SeatKey: Int]
    ) -> Int {
        if let place = places[key] { return place }
        let state = seats[key]
        posts.append(Post(key: key, seats: state?.open ?? 0, holders: state?.holders.count ?? 0))
        places[key] = posts.count - 1
        return posts.count - 1
    }
}
