/// How long a part of a whole is drawn.
struct Scale {
    let whole: Int
    /// The length of the whole.
    let room: Int

    /// In proportion, and never out of sight where there is one.
    func length(_ part: Int) -> Int {
        guard part > 0, whole > 0, room > 0 else { return 0 }
        return min(room, max(1, Int((Double(part) / Double(whole) * Double(room)).rounded())))
    }
}
