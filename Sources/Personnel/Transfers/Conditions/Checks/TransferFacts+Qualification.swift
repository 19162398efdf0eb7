extension TransferFacts {
    private var ranks: ClosedRange<GradeRank>? { seat.ranks ?? target.echelon?.ranks }

    /// Contract employees have classes and no ranks.
    func rank() -> RuleFinding? {
        guard person.employment != .contract else { return nil }
        guard let lowest = ranks?.lowerBound else { return .unknown(.lowestRank) }
        guard let rank = person.rank else { return .unknown(.rank) }
        return .when(rank >= lowest, VerdictFact(.rank, rank.code), VerdictFact(.lowestRank, lowest.code))
    }

    func rankCeiling() -> RuleFinding? {
        guard person.employment != .contract else { return nil }
        guard let highest = ranks?.upperBound else { return .unknown(.highestRank) }
        guard let rank = person.rank else { return .unknown(.rank) }
        return .when(rank <= highest, VerdictFact(.rank, rank.code), VerdictFact(.highestRank, highest.code))
    }

    /// What the title asks, or the level where the title does not say it.
    private var neededEducation: EducationLevel? {
        if let stated = seat.requirement?.education { return stated }
        return switch target.level {
        case .jptUtama, .jptMadya, .jptPratama, .administrator: .diploma4
        case .pengawas: .diploma3
        case .fungsional: target.tier?.isExpert == true ? .diploma4 : nil
        case .pelaksana: nil
        }
    }

    func education() -> RuleFinding? {
        guard let needed = neededEducation else { return .unstated(.neededEducation) }
        let asked = VerdictFact(.neededEducation, needed.siasn)
        guard let own = person.qualification.education else {
            return RuleFinding(state: .unknown([.education]), facts: [asked])
        }
        return .when(own >= needed, VerdictFact(.education, own.siasn), asked)
    }

    func field() -> RuleFinding? {
        guard let fields = seat.requirement?.fields else { return .unstated(.neededFields) }
        let asked = VerdictFact(.neededFields, TitleRequirement.text(fields))
        if fields.isEmpty { return .met(asked) }
        guard let schooling = person.qualification.schooling else {
            return RuleFinding(state: .unknown([.schooling]), facts: [asked])
        }
        let isOther = findings(of: .field).contains(.fieldOther(needed: fields))
        return .when(!isOther, VerdictFact(.schooling, schooling), asked)
    }

    func training() -> RuleFinding? {
        guard let trainings = seat.requirement?.trainings else { return .unstated(.neededTrainings) }
        let missing = findings(of: .training)
            .compactMap { finding -> VerdictFact? in
                if case .trainingMissing(let name) = finding { VerdictFact(.missingTraining, name) } else { nil }
            }
        let asked = VerdictFact(.neededTrainings, TitleRequirement.text(trainings))
        return RuleFinding(state: missing.isEmpty ? .met : .unmet, facts: [asked] + missing)
    }

    func titleFamily() -> RuleFinding? {
        guard let requirement = seat.requirement, let needed = requirement.family else {
            return .unstated(.neededFamily)
        }
        let own = qualification.family
        guard let own else { return .unstated(.family) }
        let isOutside = TitleRequirement.isOutside(requirement.findings(qualification), of: requirement)
        return .when(!isOutside, VerdictFact(.family, own), VerdictFact(.neededFamily, needed))
    }

    /// The family of the present title is that of the seat where the person's facts do not say it.
    private var qualification: TitleRequirement.Facts {
        let facts = person.qualification
        return TitleRequirement.Facts(
            education: facts.education,
            schooling: facts.schooling,
            trainings: facts.trainings,
            family: facts.family ?? source?.family
        )
    }

    private func findings(of part: TitleRequirement.Part) -> [TitleRequirement.Finding] {
        let requirement = seat.requirement
        let alone = TitleRequirement(
            family: nil,
            education: nil,
            fields: part == .field ? requirement?.fields : nil,
            trainings: part == .training ? requirement?.trainings : nil
        )
        return alone.findings(qualification)
    }
}
