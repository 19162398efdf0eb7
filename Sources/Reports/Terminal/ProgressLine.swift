import Characters
public import Texts

/// The line a terminal shows while something long is under way.
public enum ProgressLine {
    /// One line such as "score  [██████░░░░]  54.0%  12345/22861  8123/s  ETA 0:12", never wider than `width`.
    ///
    /// On a narrow terminal the bar goes first, then the time, the rate and the count.
    ///
    /// - Parameters:
    ///   - total: the number of things to do; 0 counts as done.
    ///   - showsCount: whether their numbers are shown, and not only the share and the time.
    public static func progress(
        done: Int,
        total: Int,
        elapsedSeconds: Double,
        label: String,
        width: Int,
        language: Language,
        showsCount: Bool = true
    ) -> String {
        let total = max(0, total)
        let done = min(max(0, done), total)
        let percent = total == 0 ? language.percent(1, of: 1) : language.percent(done, of: total)
        let pace = pace(done: done, total: total, elapsedSeconds: elapsedSeconds, language)
        let facts = [percent] + (showsCount ? ["\(done)/\(total)"] + pace : Array(pace.dropFirst()))
        let label = label.isEmpty ? [] : [label.visibleLine]
        for count in (1...facts.count).reversed() {
            let texts = label + facts.prefix(count)
            let room = width - texts.joined(separator: "  ").displayWidth - 4
            if count == facts.count, room >= leastBar {
                let bar = bar(done: done, total: total, width: min(room, mostBar))
                return (label + [bar] + facts).joined(separator: "  ")
            }
            if room >= -4 { return texts.joined(separator: "  ") }
        }
        return (label + [percent]).joined(separator: "  ").shortened(to: max(0, width))
    }

    /// One line such as "score  waits for the step before it", never wider than `width`.
    public static func words(_ text: String, label: String, width: Int) -> String {
        [label, text].map(\.visibleLine).joined(separator: "  ").shortened(to: max(0, width))
    }

    private static let leastBar = 8
    private static let mostBar = 32

    private static func bar(done: Int, total: Int, width: Int) -> String {
        let full = total == 0 ? width : Int(Double(done) / Double(total) * Double(width))
        return "[" + String(repeating: "█", count: full) + String(repeating: "░", count: width - full) + "]"
    }

    /// The rate and the time left, or the time it took.
    private static func pace(done: Int, total: Int, elapsedSeconds: Double, _ language: Language) -> [String] {
        guard elapsedSeconds > 0, elapsedSeconds.isFinite, done > 0 else { return [] }
        let rate = Double(done) / elapsedSeconds
        guard rate < 1e15 else { return [] }
        let perSecond =
            rate < 10 ? language.decimal(tenths: Int((rate * 10).rounded())) : String(Int(rate.rounded()))
        let time =
            done == total
            ? language.text("dalam ", "in ") + clock(elapsedSeconds)
            : language.text("sisa ", "ETA ") + clock(Double(total - done) / rate)
        return [perSecond + language.text("/dtk", "/s"), time]
    }

    /// "0:12", "1:02:03"; rounded up, so that it ends at nought and not before.
    public static func clock(_ seconds: Double) -> String {
        guard seconds < 1e9, seconds > -1e9 else { return "–" }
        let whole = Int(seconds.rounded(.up))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let minutes = whole / 60
        return minutes < 60
            ? "\(minutes):\(two(whole % 60))" : "\(minutes / 60):\(two(minutes % 60)):\(two(whole % 60))"
    }
}
