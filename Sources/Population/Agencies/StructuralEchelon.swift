import Personnel

/// The echelons that a city's structural posts have; raw values are SIASN's ids.
enum StructuralEchelon: Int {
    case iia = 21
    case iib = 22
    case iiia = 31
    case iiib = 32
    case iva = 41
    case ivb = 42

    /// 2 for JPT pratama, 3 for administrators, 4 for pengawas.
    var tier: Int { rawValue / 10 }

    /// The ranks that a holder may have.
    var ranks: ClosedRange<Int> {
        guard let ranks = Echelon(id: rawValue)?.ranks else {
            preconditionFailure("echelon \(rawValue) has no ranks")
        }
        return ranks.lowerBound.id...ranks.upperBound.id
    }

    /// The least schooling (PP 11/2017 arts. 54 and 107 as amended by PP 17/2020).
    var education: EducationLevel {
        switch self {
        case .iia, .iib, .iiia, .iiib: .diploma4
        case .iva, .ivb: .diploma3
        }
    }

    /// The youngest that holders are here; above the conditions of service, which ask for years in lower posts.
    var youngest: AgeBand {
        switch self {
        case .iia, .iib: .forties
        case .iiia, .iiib, .iva, .ivb: .thirties
        }
    }

    var retirementAge: Int { PositionLevel(echelonID: rawValue)?.defaultRetirementAge ?? 58 }
}
