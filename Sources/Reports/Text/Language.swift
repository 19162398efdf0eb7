import Personnel

/// The language of a page, with its way of writing numbers and dates.
public enum Language: String, CaseIterable, Sendable {
    case indonesian = "id"
    case english = "en"

    /// The text for this language.
    func text(_ indonesian: String, _ english: String) -> String {
        switch self {
        case .indonesian: indonesian
        case .english: english
        }
    }

    /// "15.000" or "15,000".
    func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += self.text(".", ",") }
            text.append(digit)
        }
        return text
    }

    /// "96,2 %" or "96.2%"; "–" of nothing.
    ///
    /// Never "100 %" while one is missing, and never "0 %" where there is one.
    func percent(_ part: Int, of whole: Int) -> String {
        guard let share = Share(part, of: whole) else { return "–" }
        let number = decimal(tenths: share.tenths)
        return (share.isTrace ? "<" : "") + number + text("\u{A0}%", "%")
    }

    /// "12,3" or "12.3".
    func decimal(tenths: Int) -> String {
        number(tenths / 10) + text(",", ".") + String(tenths % 10)
    }

    /// "12,3 detik", "2 mnt 05 dtk", "1 jam 02 mnt".
    func duration(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "–" }
        let whole = Int(seconds.rounded())
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return switch whole {
        case ..<60: decimal(tenths: min(599, Int((seconds * 10).rounded()))) + text(" detik", " s")
        case ..<3600: "\(whole / 60)" + text(" mnt ", " min ") + two(whole % 60) + text(" dtk", " s")
        default: "\(whole / 3600)" + text(" jam ", " h ") + two(whole % 3600 / 60) + text(" mnt", " min")
        }
    }

    /// "1 Juli 2026".
    func date(_ date: CivilDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }

    private var months: [String] {
        switch self {
        case .indonesian:
            [
                "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
                "November", "Desember",
            ]
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
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
