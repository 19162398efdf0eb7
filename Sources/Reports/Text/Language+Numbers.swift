import Texts

extension Language {
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

    /// "1 pegawai", "15.000 pegawai"; "1 person", "15,000 people".
    func people(_ count: Int) -> String {
        number(count) + text(" pegawai", count == 1 ? " person" : " people")
    }

    /// The number in at most `columns`: "1.234.567", else "1,2 jt" ("1.2M").
    func number(_ number: Int, fitting columns: Int) -> String {
        let full = self.number(number)
        if full.count <= columns { return full }
        let units = [
            (1_000_000_000_000, text("\u{A0}T", "T")), (1_000_000_000, text("\u{A0}M", "B")),
            (1_000_000, text("\u{A0}jt", "M")), (1_000, text("\u{A0}rb", "k")),
        ]
        guard let (unit, sign) = units.first(where: { number >= $0.0 }) else { return full }
        // Cut, not rounded: never more than there are.
        let tenths = number / (unit / 10)
        let short = decimal(tenths: tenths) + sign
        return short.count <= columns ? short : self.number(tenths / 10) + sign
    }

    /// A number with `places` after the point, "82,50" or "82.50"; "–" of what is none.
    func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "–" }
        let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
        let rounded = Int((value * Double(unit)).rounded())
        let sign = rounded < 0 ? "-" : ""
        guard places > 0 else { return number(rounded) }
        let fraction = String(rounded.magnitude % UInt(unit))
        let zeros = String(repeating: "0", count: places - fraction.count)
        return sign + number(Int(rounded.magnitude) / unit) + text(",", ".") + zeros + fraction
    }

    /// "12 bulan", "2 tahun", "2,5 tahun"; "2 years".
    func period(months: Int) -> String {
        guard months % 6 == 0, months >= 12 else {
            return number(months) + text(" bulan", months == 1 ? " month" : " months")
        }
        let years = months % 12 == 0 ? number(months / 12) : decimal(tenths: months * 10 / 12)
        return years + text(" tahun", months == 12 ? " year" : " years")
    }
}
