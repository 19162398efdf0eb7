/// Credit points (angka kredit) of a functional post, in thousandths (PermenPANRB 1/2023, Perban BKN 3/2023).
public struct CreditPoints: Sendable, Hashable {
    /// 0 or more.
    public let thousandths: Int

    public init(thousandths: Int) {
        self.thousandths = thousandths
    }

    /// What a rating earns in some months of a year: the tier's annual coefficient, times the rating's percent, by
    /// months. Rounded half up to a thousandth. Nil outside 0...12 months.
    public static func earned(tier: FunctionalTier, rating: Rating, months: Int) -> CreditPoints? {
        guard (0...12).contains(months) else { return nil }
        // Percent of a hundred and months of twelve.
        let whole = 100 * 12
        let product = tier.annualCoefficient.thousandths * percent(of: rating) * months
        return CreditPoints(thousandths: (2 * product + whole) / (2 * whole))
    }

    /// Percent of the annual coefficient that a rating earns.
    public static func percent(of rating: Rating) -> Int {
        switch rating {
        case .sangatBaik: 150
        case .baik: 100
        case .butuhPerbaikan: 75
        case .kurang: 50
        case .sangatKurang: 25
        }
    }
}

extension CreditPoints: Comparable {
    public static func < (left: CreditPoints, right: CreditPoints) -> Bool { left.thousandths < right.thousandths }
}

extension CreditPoints: CustomStringConvertible {
    /// Always three decimals: "37.500".
    public var description: String {
        let decimals = String(thousandths % 1_000)
        return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - decimals.utf8.count) + decimals
    }
}

extension FunctionalTier {
    /// Credit points of a year rated "Baik" (Perban BKN 3/2023, as open implementations state it).
    public var annualCoefficient: CreditPoints {
        switch self {
        case .pemula: CreditPoints(thousandths: 3_750)
        case .terampil: CreditPoints(thousandths: 5_000)
        case .mahir, .pertama: CreditPoints(thousandths: 12_500)
        case .penyelia, .muda: CreditPoints(thousandths: 25_000)
        case .madya: CreditPoints(thousandths: 37_500)
        case .utama: CreditPoints(thousandths: 50_000)
        }
    }
}
