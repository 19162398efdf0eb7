/// The scores of one person under the rules 2026.1, reckoned from the cells of an agency's files and by nothing of the
/// program's own.
struct TalentScores {
    let performance: Double
    let potential: Double

    /// Rows down: performance low to high; columns: potential low to high.
    var box: Int { [[1, 3, 6], [2, 5, 8], [4, 7, 9]][Self.level(performance)][Self.level(potential)] }

    private static func level(_ score: Double) -> Int { score >= 80 ? 2 : score >= 60 ? 1 : 0 }
}
