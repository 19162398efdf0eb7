import TestSupport

/// A batch as it is drawn, before its cases are planned.
struct BatchDraft {
    enum Kind: CaseIterable {
        /// Everybody takes the seat of the next one.
        case cycle
        /// The same, and the last one takes a seat that is free.
        case chain
        case vacancy
        case swapWithin
        /// Two people for one free seat.
        case doubleBooking
        /// The last one's new seat is held by somebody who stays.
        case blocked
    }

    enum Fate {
        case clean
        /// All cases, or the first, are cancelled before the step with this place in the course.
        case cancelled(all: Bool, before: Int)
        /// After they were announced.
        case revoked(all: Bool)
    }

    struct Move {
        let nip: String
        let agency: String
        let post: Int64
    }

    let kind: Kind
    let moves: [Move]
    let fate: Fate
    /// Days from today to its day.
    let later: Int

    /// Whether nothing speaks against its being carried out on its day.
    var isClean: Bool {
        guard case .clean = fate else { return false }
        return kind != .doubleBooking && kind != .blocked
    }
}

/// Draws batches of a day from the people and the free seats that are left.
struct BatchDrawer {
    private var holders: [BatchCity.Holder]
    private var vacancies: [BatchCity.Seat]
    private var random: SeededGenerator

    init(_ holders: [BatchCity.Holder], _ vacancies: [BatchCity.Seat], _ random: SeededGenerator) {
        self.holders = holders
        self.vacancies = vacancies
        self.random = random
    }

    /// Nil when nobody is left to move so.
    mutating func draw() -> BatchDraft? {
        let turn = Int.random(in: 0..<100, using: &random)
        let kind: BatchDraft.Kind =
            switch turn {
            case 0..<30: .cycle
            case 30..<55: .chain
            case 55..<75: .vacancy
            case 75..<87: .swapWithin
            case 87..<94: .doubleBooking
            default: .blocked
            }
        let before = holders
        guard let moves = moves(kind) else { return nil }
        // Batches of a day share no post: a batch that is stuck would hold up those that leave or take its seats.
        let people = Set(moves.map(\.nip))
        let posts = Set(moves.map(\.post) + before.filter { people.contains($0.nip) }.map(\.post))
        holders.removeAll { posts.contains($0.post) }
        vacancies.removeAll { posts.contains($0.post) }
        return BatchDraft(kind: kind, moves: moves, fate: fate(), later: later())
    }

    private mutating func fate() -> BatchDraft.Fate {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<6: .cancelled(all: true, before: Int.random(in: 0...6, using: &random))
        case 6..<10: .cancelled(all: false, before: Int.random(in: 0...6, using: &random))
        case 10..<13: .revoked(all: true)
        case 13..<16: .revoked(all: false)
        default: .clean
        }
    }

    private mutating func later() -> Int {
        Int.random(in: 0..<5, using: &random) > 0 ? 0 : Int.random(in: 1...3, using: &random)
    }

    /// Short ones are more frequent than long ones.
    private mutating func length(_ most: Int) -> Int {
        min(Int.random(in: 2...most, using: &random), Int.random(in: 2...most, using: &random))
    }

    private mutating func moves(_ kind: BatchDraft.Kind) -> [BatchDraft.Move]? {
        switch kind {
        case .cycle:
            guard let people = take(length(12)) else { return nil }
            return zip(people, people.dropFirst() + people.prefix(1)).map { Self.move($0, to: $1) }
        case .chain:
            guard let people = take(length(12)), let seat = takeSeat(besides: people) else { return nil }
            return zip(people, people.dropFirst()).map { Self.move($0, to: $1) } + [
                Self.move(people[people.count - 1], seat)
            ]
        case .vacancy:
            guard let people = take(1), let seat = takeSeat(besides: people) else { return nil }
            return [Self.move(people[0], seat)]
        case .swapWithin:
            guard let first = take(1)?.first,
                let index = holders.firstIndex(where: { $0.agency == first.agency && $0.post != first.post })
            else { return nil }
            let second = holders.remove(at: index)
            return [Self.move(first, to: second), Self.move(second, to: first)]
        case .doubleBooking:
            guard let people = take(2),
                let index = vacancies.firstIndex(where: { seat in
                    seat.free == 1 && !people.contains { $0.post == seat.post }
                })
            else { return nil }
            let seat = vacancies.remove(at: index)
            return people.map { Self.move($0, seat) }
        case .blocked:
            guard let people = take(length(4) + 1) else { return nil }
            return zip(people, people.dropFirst()).map { Self.move($0, to: $1) }
        }
    }

    private static func move(_ one: BatchCity.Holder, to other: BatchCity.Holder) -> BatchDraft.Move {
        BatchDraft.Move(nip: one.nip, agency: other.agency, post: other.post)
    }

    private static func move(_ one: BatchCity.Holder, _ seat: BatchCity.Seat) -> BatchDraft.Move {
        BatchDraft.Move(nip: one.nip, agency: seat.agency, post: seat.post)
    }

    /// People of as many posts, who are not drawn again.
    private mutating func take(_ count: Int) -> [BatchCity.Holder]? {
        var people: [BatchCity.Holder] = []
        for _ in 0..<count * 4 where people.count < count {
            guard let index = holders.indices.randomElement(using: &random) else { return nil }
            guard !people.contains(where: { $0.post == holders[index].post }) else { continue }
            people.append(holders[index])
            holders.swapAt(index, holders.count - 1)
            holders.removeLast()
        }
        return people.count == count ? people : nil
    }

    /// A free seat of a post that none of the people holds.
    private mutating func takeSeat(besides people: [BatchCity.Holder]) -> BatchCity.Seat? {
        let posts = Set(people.map(\.post))
        guard
            let index = vacancies.indices.filter({ !posts.contains(vacancies[$0].post) }).randomElement(using: &random)
        else { return nil }
        let seat = vacancies.remove(at: index)
        if seat.free > 1 {
            vacancies.append(BatchCity.Seat(agency: seat.agency, post: seat.post, free: seat.free - 1))
        }
        return seat
    }
}
