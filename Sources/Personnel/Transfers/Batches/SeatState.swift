/// How many seats a post has on the day of a batch, and who holds them before it.
public struct SeatState: Sendable, Hashable {
    /// The post's *formasi*; 0 or more.
    public let seats: Int
    /// The definitive holders before the batch, by the numbers of the people: those who move and those who stay. Who is acting
    /// (*pelaksana tugas*) does not take a seat.
    public let holders: Set<Int64>
    /// Whether the post is closed on the day, so that nobody may come into it.
    public let isAbolished: Bool

    /// - Parameters:
    ///   - seats: the post's *formasi*; less than 0 counts as 0.
    ///   - holders: all definitive holders, by the numbers that their moves have.
    public init(seats: Int = 1, holders: Set<Int64> = [], isAbolished: Bool = false) {
        self.seats = max(0, seats)
        self.holders = holders
        self.isAbolished = isAbolished
    }

    /// Seats that somebody may come into.
    var open: Int { isAbolished ? 0 : seats }
}
