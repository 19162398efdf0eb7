import Texts

extension Language {
    /// "96,2 %" or "96.2%"; "–" of nothing.
    ///
    /// Never "100 %" while one is missing, and never "0 %" where there is one.
    func percent(_ part: Int, of whole: Int) -> String {
        guard let share = Share(part, of: whole) else { return "–" }
        let number = decimal(tenths: share.tenths)
        return (share.isTrace ? "<" : "") + number + text("\u{A0}%", "%")
    }

    /// A share from 0 to 1 as "12,3 %" or "12.3%"; "–" of what is none.
    func percent(share: Double?) -> String {
        guard let share, share.isFinite, share >= 0, share <= 1 else { return "–" }
        return decimal(share * 100, places: 1) + text("\u{A0}%", "%")
    }
}

/// A share in tenths of a percent, rounded to the nearest but never up to all nor down to none.
struct Share {
    let tenths: Int
    /// Less than a tenth of a percent, yet not none.
    let isTrace: Bool

    init?(_ part: Int, of whole: Int) {
        guard whole > 0, part >= 0 else { return nil }
        let tenths = (part * 2000 + whole) / (2 * whole)
        isTrace = part > 0 && tenths == 0
        self.tenths = isTrace ? 1 : part < whole ? min(tenths, 999) : tenths
    }
}
