extension NIP {
    /// A fact of a person that the number denies: it repeats birth date, appointment, sex and kind of employment (BKN's data
    /// quality indicators CON_1 to CON_4).
    public enum Disagreement: String, Sendable, Hashable, CaseIterable {
        case birthDate = "birth_date"
        case sex
        case appointment
        /// The person is a PPPK, and the number is that of a PNS.
        case kindPermanent = "kind_permanent"
        /// The person is a PNS or CPNS, and the number is that of a PPPK.
        case kindContract = "kind_contract"
    }

    /// The facts that the number denies; a fact that is nil is unknown, and denied by nothing.
    public func disagreements(
        birthDate: CivilDate?,
        sex: Sex?,
        appointedOn: CivilDate?,
        kind employment: EmploymentKind?
    ) -> [Disagreement] {
        var found: [Disagreement] = []
        if let birthDate, birthDate != self.birthDate { found.append(.birthDate) }
        if let sex, sex != self.sex { found.append(.sex) }
        if let appointedOn {
            let agrees =
                switch kind {
                case .permanent(let year, let month): appointedOn.year == year && appointedOn.month == month
                case .contract(let year): appointedOn.year == year
                }
            if !agrees { found.append(.appointment) }
        }
        if let employment, (employment == .contract) != (agreement != nil) {
            found.append(agreement == nil ? .kindPermanent : .kindContract)
        }
        return found
    }
}
