extension TransferFacts {
    /// What a rule finds; nil where it has nothing to say of such a case.
    ///
    /// - Parameter number: the rule's parameter; 0 for rules that have none.
    func check(_ rule: TransferRule, _ number: Int) -> RuleFinding? {
        switch rule {
        case .electionFreeze: freeze(.election, months: number)
        case .newHead: freeze(.newHead, months: number)
        case .actingHead: freeze(.actingHead, months: number)
        case .timeInPostFloor: timeInPostFloor(months: number)
        case .timeInPostCeiling: timeInPostCeiling(months: number)
        case .earlyReplacement: earlyReplacement(months: number)
        case .recruitmentBond: recruitmentBond(months: number)
        case .retired: retired()
        case .retirementHorizon: retirementHorizon(months: number)
        case .absence: absence()
        case .probation: probation()
        case .contractEmployee: contractEmployee()
        case .disciplineProcess: disciplineProcess()
        case .disciplineWindow: disciplineWindow()
        case .studyBond: studyBond()
        case .auditFindings: auditFindings()
        case .performance: performance()
        case .ownRequestPerformance: ofOwnRequest { performance() }
        case .rank: rank()
        case .rankCeiling: rankCeiling()
        case .education: education()
        case .field: field()
        case .training: training()
        case .titleFamily: titleFamily()
        case .levelReach: levelReach()
        case .feederService: feederService(months: number)
        case .experience: experience(months: number)
        case .ageAtAppointment: ageAtAppointment(years: number)
        case .openSelection: openSelection()
        case .competencyTest: competencyTest(years: number)
        case .competencyMatch: competencyMatch()
        case .demotionGround: demotionGround()
        case .echelonLower: echelonLower()
        case .classLower: classLower()
        case .doubleSeat: doubleSeat()
        case .seatFree: seatFree()
        case .conflictOfInterest: conflictOfInterest()
        case .ownRequestDocuments: ofOwnRequest { ownRequestDocuments() }
        case .receivingAgency: receivingAgency()
        case .specialConsent: specialConsent()
        }
    }

    /// What a rule for own requests finds; nil where somebody else asks.
    private func ofOwnRequest(_ finding: () -> RuleFinding?) -> RuleFinding? {
        guard let basis else { return .unknown(.basis) }
        return basis == .ownRequest ? finding() : nil
    }
}
