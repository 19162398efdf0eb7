extension String {
    /// Which of some words was probably meant by this one: the only one that begins like it, or else the one with the fewest
    /// slips. Nil where none is near enough to be more than a guess.
    ///
    /// A slip is a letter too many, too few, another one, or two in the wrong order.
    public func nearest(of words: some Sequence<String>) -> String? {
        let typed = lowercased()
        let words = words.filter { $0 != self }
        guard typed.count > 2 else { return nil }
        let begun = words.filter { $0.lowercased().hasPrefix(typed) }
        if begun.count == 1 { return begun[0] }
        let most = Swift.max(1, Swift.min(3, typed.count / 3))
        var best: (word: String, slips: Int)?
        for word in words {
            let slips = typed.slips(to: word.lowercased(), atMost: most)
            if slips <= most, slips < best?.slips ?? .max { best = (word, slips) }
        }
        return best?.word
    }

    /// The optimal string alignment distance; anything above `most` where it is more.
    private func slips(to other: String, atMost most: Int) -> Int {
        let (left, right) = (Array(self), Array(other))
        guard abs(left.count - right.count) <= most else { return most + 1 }
        var (before, last) = ([Int](), Array(0...right.count))
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var slips = Swift.min(
                    last[column] + (character == other ? 0 : 1),
                    last[column + 1] + 1,
                    current[column] + 1
                )
                if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                    slips = Swift.min(slips, before[column - 1] + 1)
                }
                current.append(slips)
            }
            (before, last) = (last, current)
        }
        return last[right.count]
    }
}
