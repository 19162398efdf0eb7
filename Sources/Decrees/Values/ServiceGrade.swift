public import Personnel

/// What a decree writes under a person's name: the rank of a permanent civil servant, or the class of a contract employee.
public enum ServiceGrade: Sendable, Hashable {
    case rank(GradeRank)
    case contract(ContractClass)

    /// "Pembina, IV/a" or "Golongan IX".
    public var text: String {
        switch self {
        case .rank(let rank): "\(rank.title), \(rank.code)"
        case .contract(let level): "Golongan \(level.code)"
        }
    }
}

extension NIP {
    /// The 18 digits in groups of 8, 6, 1 and 3, as decrees write them: birth, appointment, sex, sequence (Perka BKN 22/2007).
    public var grouped: String {
        let digits = Array(text)
        return [digits[0..<8], digits[8..<14], digits[14..<15], digits[15..<18]].map { String($0) }
            .joined(separator: " ")
    }
}
