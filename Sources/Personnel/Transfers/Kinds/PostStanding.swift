/// How high a post stands, from 1 for executors to 6 for JPT utama, so that posts of different kinds can be compared.
///
/// An expert tier stands beside the managerial level from which the same posts are reached: ahli madya beside administrator
/// (PP 17/2020 art. 107), ahli muda beside pengawas and the lower tiers beside executors (PP 11/2017 art. 54). Ahli utama
/// beside JPT pratama is our reading.
public struct PostStanding: Sendable, Hashable {
    /// 1...6.
    public let number: Int

    /// Nil for a functional post whose tier is not known.
    public init?(level: PositionLevel, tier: FunctionalTier?) {
        switch level {
        case .jptUtama: number = 6
        case .jptMadya: number = 5
        case .jptPratama: number = 4
        case .administrator: number = 3
        case .pengawas: number = 2
        case .pelaksana: number = 1
        case .fungsional:
            switch tier {
            case .utama: number = 4
            case .madya: number = 3
            case .muda: number = 2
            case .pertama, .penyelia, .mahir, .terampil, .pemula: number = 1
            case nil: return nil
            }
        }
    }
}

extension PostStanding: Comparable {
    public static func < (left: PostStanding, right: PostStanding) -> Bool { left.number < right.number }
}
