/// How many seats are to spare at a post at each moment that somebody comes, while leavers drop out one by one.
///
/// The people who come are served in order; each takes a seat that is free on the day. `slack` at a person's place is the number of
/// seats still free right after; a leaver who stays takes one from all places from the leaver's day on, and the first person there
/// who had none to spare goes without. That person's seat makes up for it for all who come later. So a loss costs one search in a
/// tree of least slacks, and never a second count of all.
struct SeatSlack {
    /// The moves that come, in order.
    private let arrivals: [Int]
    private let days: [CivilDate]
    /// Of each part of the places, from the root at 1: the least slack, without what `added` of the parts above says.
    private var least: [Int]
    private var added: [Int]
    private let width: Int

    private static let none = Int.max / 2

    /// - Parameters:
    ///   - arrivals: moves that come, in order, with their days.
    ///   - vacant: seats free without any leaver; may be negative.
    ///   - leaving: the days of those who leave, in order.
    /// - Returns: also the moves that have no seat from the beginning.
    static func counted(
        arrivals: [(move: Int, day: CivilDate)],
        vacant: Int,
        leaving: [CivilDate]
    ) -> (slack: SeatSlack, without: [Int]) {
        var slacks: [Int] = []
        var without: [Int] = []
        var (gone, kept) = (0, 0)
        for (move, day) in arrivals {
            while gone < leaving.count, leaving[gone] <= day { gone += 1 }
            if kept < vacant + gone {
                kept += 1
                slacks.append(vacant + gone - kept)
            } else {
                without.append(move)
                slacks.append(none)
            }
        }
        return (SeatSlack(arrivals: arrivals.map(\.move), days: arrivals.map(\.day), slacks: slacks), without)
    }

    private init(arrivals: [Int], days: [CivilDate], slacks: [Int]) {
        self.arrivals = arrivals
        self.days = days
        var width = 1
        while width < slacks.count { width *= 2 }
        self.width = width
        least = Array(repeating: Self.none, count: 2 * width)
        added = Array(repeating: 0, count: 2 * width)
        for (place, slack) in slacks.enumerated() { least[width + place] = slack }
        for node in stride(from: width - 1, to: 0, by: -1) { least[node] = min(least[2 * node], least[2 * node + 1]) }
    }

    /// Takes away a seat that would have been freed on `day`. Returns the move that has none now, if there is one.
    mutating func lose(_ day: CivilDate) -> Int? {
        var (low, high) = (0, days.count)
        while low < high {
            let middle = (low + high) / 2
            if days[middle] < day { low = middle + 1 } else { high = middle }
        }
        guard low < arrivals.count else { return nil }
        let place = firstWithout(from: low, node: 1, span: 0..<width)
        add(-1, to: low..<(place ?? arrivals.count), node: 1, span: 0..<width)
        guard let place else { return nil }
        add(Self.none / 2, to: place..<(place + 1), node: 1, span: 0..<width)
        return arrivals[place]
    }

    /// The first place from `start` on that has nothing to spare.
    private mutating func firstWithout(from start: Int, node: Int, span: Range<Int>) -> Int? {
        guard span.upperBound > start, least[node] <= 0 else { return nil }
        guard span.count > 1 else { return span.lowerBound }
        handDown(node)
        let middle = span.lowerBound + span.count / 2
        return firstWithout(from: start, node: 2 * node, span: span.lowerBound..<middle)
            ?? firstWithout(from: start, node: 2 * node + 1, span: middle..<span.upperBound)
    }

    private mutating func add(_ number: Int, to places: Range<Int>, node: Int, span: Range<Int>) {
        guard !places.isEmpty, span.overlaps(places) else { return }
        if places.lowerBound <= span.lowerBound, span.upperBound <= places.upperBound {
            least[node] += number
            added[node] += number
            return
        }
        handDown(node)
        let middle = span.lowerBound + span.count / 2
        add(number, to: places, node: 2 * node, span: span.lowerBound..<middle)
        add(number, to: places, node: 2 * node + 1, span: middle..<span.upperBound)
        least[node] = min(least[2 * node], least[2 * node + 1])
    }

    private mutating func handDown(_ node: Int) {
        guard added[node] != 0 else { return }
        for child in [2 * node, 2 * node + 1] {
            least[child] += added[node]
            added[child] += added[node]
        }
        added[node] = 0
    }
}
