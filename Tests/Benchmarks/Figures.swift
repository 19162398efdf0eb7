import Foundation

extension [Double] {
    var median: Double {
        let sorted = sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}

extension Double {
    /// The same in every locale.
    func text(_ decimals: Int) -> String {
        formatted(.number.precision(.fractionLength(decimals)).grouping(.never).locale(Locale(identifier: "en_US")))
    }
}

/// A cell of a printed table, set to the right.
func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
