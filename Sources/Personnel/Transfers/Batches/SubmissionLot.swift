/// Cases that are submitted to BKN (I-Mut) in one go.
public struct SubmissionLot: Sendable, Hashable {
    /// From 1.
    public let number: Int
    /// At least one; the largest first.
    public let components: [BatchComponent]
    /// Whether it is one component with more cases than a lot may have: it cannot be cut, and somebody has to decide.
    public let isOversized: Bool

    /// The case numbers, component after component.
    public var cases: [String] { components.flatMap(\.cases) }
    /// How many moves it has.
    public var count: Int { components.reduce(0) { $0 + $1.count } }
}

extension TransferBatch {
    /// The most cases of a lot; a setting of the city, since no rule that was read says it.
    public static let usualLot = 50

    /// All moves in lots that cut no component; the same batch gives the same lots.
    ///
    /// First fit decreasing: the components from the largest to the smallest, of equals the one with the earlier first case, each
    /// into the first lot that has room for it. The lots of components that are too large come first.
    ///
    /// - Parameter limit: the most cases of a lot; 1 or more.
    public func lots(atMost limit: Int = usualLot) -> [SubmissionLot] {
        precondition(limit > 0, "a lot has room for a case")
        let sized = components.enumerated().map { (place: $0, count: $1.count, component: $1) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.place < $1.place }
        var lots: [[BatchComponent]] = []
        var rooms: [Int] = []
        // Sizes only fall and rooms only shrink, so that a lot without room for one has none for the next of the same size.
        var (size, first) = (0, 0)
        for (_, count, component) in sized {
            if count != size { (size, first) = (count, 0) }
            while first < lots.count, rooms[first] < count { first += 1 }
            if first == lots.count {
                lots.append([])
                rooms.append(limit)
            }
            lots[first].append(component)
            rooms[first] -= count
        }
        return lots.enumerated()
            .map { SubmissionLot(number: $0 + 1, components: $1, isOversized: rooms[$0] < 0) }
    }
}
