/// Sets of moves that have something to do with each other, joined one by one.
///
/// Union by size with path halving (Tarjan and van Leeuwen, "Worst-case analysis of set union algorithms", 1984).
struct MoveSets {
    private var parents: [Int]
    private var sizes: [Int]

    init(count: Int) {
        parents = Array(0..<count)
        sizes = Array(repeating: 1, count: count)
    }

    mutating func root(_ move: Int) -> Int {
        var move = move
        while parents[move] != move {
            parents[move] = parents[parents[move]]
            move = parents[move]
        }
        return move
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (root(left), root(right))
        guard left != right else { return }
        let (small, large) = sizes[left] < sizes[right] ? (left, right) : (right, left)
        parents[small] = large
        sizes[large] += sizes[small]
    }

    /// Joins all with the first of them.
    mutating func join(_ moves: some Sequence<Int>) {
        var first: Int?
        for move in moves {
            if let first { join(first, move) } else { first = move }
        }
    }
}
