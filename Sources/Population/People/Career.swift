import Personnel

/// A person's dates, in an order that can have happened.
struct Career: Sendable {
    let birth: CivilDate
    /// TMT CPNS; the first contract of a contract employee.
    let appointed: CivilDate
    /// TMT PNS; nil for the probationary and for contract employees.
    let confirmed: CivilDate?
    let rankSince: CivilDate
    let postSince: CivilDate
    let graduationYear: Int

    init(_ candidate: Candidate, _ appointment: Appointment, asOf: CivilDate, _ random: inout RandomStream) {
        let ages = candidate.ageBand.ages(retirementAge: appointment.retirementAge)
        let oldEnough = min(max(ages.lowerBound, candidate.education.usualAge), ages.upperBound)
        let age = random.integer(in: oldEnough...ages.upperBound)
        // The last month of the youngest year is left out: nobody begins on the eighteenth birthday itself.
        birth = min(asOf.adding(months: -12 * age) + -random.below(365), asOf.adding(months: -12 * 18 - 2))
        appointed =
            candidate.isContract
            ? Self.contracted(birth, asOf, &random)
            : Self.appointed(candidate, appointment, birth, asOf, &random)
        let trial = appointed.adding(months: 12 + random.below(12))
        confirmed = candidate.isContract || trial > asOf ? nil : trial

        let month = asOf.firstOfMonth.adding(months: -random.below(48))
        rankSince = max(appointed, candidate.isContract ? appointed : month)

        // Two years of service before a structural post (BKN data-quality indicator ACC_3).
        var (earliest, longest) = (appointed, 12)
        if case .structural = appointment.kind { (earliest, longest) = (appointed.adding(months: 24), 7) }
        let first = max(earliest, asOf.adding(months: -12 * longest))
        postSince = min(first + random.below(max(asOf - first, 0) + 1), asOf)

        graduationYear = min(birth.year + candidate.education.usualAge + random.below(3), asOf.year)
    }

    /// Long enough ago for the rank, at one step in four years, and at an age of 18 to 46.
    private static func appointed(
        _ candidate: Candidate,
        _ appointment: Appointment,
        _ birth: CivilDate,
        _ asOf: CivilDate,
        _ random: inout RandomStream
    ) -> CivilDate {
        let rank = GradeRank.all.firstIndex { $0 == candidate.rank } ?? 0
        var service = max(0, rank - candidate.education.entryRank) * 48 + random.below(48)
        if case .structural = appointment.kind { service = max(service, 60) }
        let ageInMonths = birth.completedYears(until: asOf) * 12
        // Of 27,594 appointments 83 % were made by 35 years of age and nearly all others by 46.
        let latest = random.integer(in: random.chance(0.83) ? 20...35 : 36...46) * 12 + random.below(11)
        let months = min(max(ageInMonths - service, 18 * 12), min(latest, ageInMonths - 1))
        return min(birth.adding(months: max(months, 18 * 12)).firstOfNextMonth, asOf.firstOfMonth)
    }

    /// Contracts began in 2019 (PP 49/2018).
    private static func contracted(_ birth: CivilDate, _ asOf: CivilDate, _ random: inout RandomStream) -> CivilDate {
        let begun = CivilDate(year: 2019, month: 3, day: 1) ?? asOf
        let first = max(min(begun, asOf.firstOfMonth), birth.adding(months: 18 * 12).firstOfNextMonth)
        let last = max(first, min(asOf, birth.adding(months: 46 * 12)))
        return max(first, (first + random.below(last - first + 1)).firstOfMonth)
    }
}

extension CivilDate {
    var firstOfMonth: CivilDate { self + (1 - day) }
    var firstOfNextMonth: CivilDate { firstOfMonth.adding(months: 1) }
}
