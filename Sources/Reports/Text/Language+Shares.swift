extension Language {
    /// A share from 0 to 1 as "12,3 %" or "12.3%"; "–" of what is none.
    func percent(share: Double?) -> String {
        guard let share, share.isFinite, share >= 0, share <= 1 else { return "–" }
        return decimal(share * 100, places: 1) + text("\u{A0}%", "%")
    }
}
