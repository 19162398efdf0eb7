/// How far a competency is mastered (PermenPANRB 38/2017). The titles and the defaults by level of post are not verified,
/// but for JPT pratama's 4: take the level from the post's own standard (SKJ) and these only where there is none.
public enum CompetencyLevel: Int, Sendable, Hashable, CaseIterable {
    case understanding = 1
    case basic = 2
    case intermediate = 3
    case advanced = 4
    case expert = 5

    public var title: String {
        switch self {
        case .understanding: "Paham"
        case .basic: "Dasar"
        case .intermediate: "Menengah"
        case .advanced: "Mumpuni"
        case .expert: "Ahli"
        }
    }

    public var englishTitle: String {
        switch self {
        case .understanding: "Understanding, in development"
        case .basic: "Basic"
        case .intermediate: "Intermediate"
        case .advanced: "Advanced"
        case .expert: "Expert"
        }
    }

    /// What a post without a standard asks; nil for functional posts, where the tier decides.
    public static func standard(of level: PositionLevel) -> CompetencyLevel? {
        switch level {
        case .jptUtama, .jptMadya: .expert
        case .jptPratama: .advanced
        case .administrator: .intermediate
        case .pengawas: .basic
        case .pelaksana: .understanding
        case .fungsional: nil
        }
    }

    /// What a functional post without a standard asks.
    public static func standard(of tier: FunctionalTier) -> CompetencyLevel { tier.defaultCompetencyLevel }
}

extension CompetencyLevel: Comparable {
    public static func < (left: CompetencyLevel, right: CompetencyLevel) -> Bool { left.rawValue < right.rawValue }
}

extension FunctionalTier {
    /// The level of competency asked of a post without a standard of its own. Not verified: a city default.
    public var defaultCompetencyLevel: CompetencyLevel {
        switch self {
        case .pemula, .terampil: .understanding
        case .mahir, .penyelia, .pertama: .basic
        case .muda: .intermediate
        case .madya: .advanced
        case .utama: .expert
        }
    }
}
