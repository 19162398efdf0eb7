/// What a post asks of competencies (standar kompetensi jabatan).
public struct CompetencyStandard: Sendable, Hashable {
    /// Empty where nothing is known of it.
    public let levels: [CompetencyName: CompetencyLevel]
    /// Whether the post has no standard of its own, and these are the usual levels of its kind.
    public let isUsual: Bool

    /// The post's own standard, or, if it has none, the same usual level in each of the nine (see `CompetencyLevel`).
    /// Nothing is known of a functional post whose title names no tier.
    public init(own: [CompetencyName: CompetencyLevel], level: PositionLevel?, title: String) {
        isUsual = own.isEmpty
        guard isUsual else {
            levels = own
            return
        }
        let words = " " + title.lowercased() + " "
        let tier = FunctionalTier.allCases.first { words.contains(" " + $0.title.lowercased() + " ") }
        let usual =
            level.flatMap { CompetencyLevel.standard(of: $0) }
            ?? (level == .fungsional ? tier.map { CompetencyLevel.standard(of: $0) } : nil)
        levels =
            usual.map { usual in
                Dictionary(
                    uniqueKeysWithValues: Competency.allCases.map { (CompetencyName($0), usual) }
                )
            } ?? [:]
    }
}

extension CompetencyStandard: CustomStringConvertible {
    /// Each competency with its level, in the order of the nine: "integrity 3, cooperation 3".
    public var description: String {
        levels.sorted { $0.key < $1.key }.map { "\($0.key.code) \($0.value.rawValue)" }.joined(separator: ", ")
    }
}
