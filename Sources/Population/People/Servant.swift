import Personnel

/// A civil servant who does not exist.
struct Servant: Sendable {
    /// SIASN's `pns_id`.
    let id: String
    let nip: NIP
    let name: String
    let frontTitle: String?
    let backTitle: String?
    let candidate: Candidate
    let appointment: Appointment
    let career: Career
    /// What ratings and assessments have in common: roughly normal, mean 0 and deviation 1.
    let ability: Double

    init(
        _ candidate: Candidate,
        _ appointment: Appointment,
        asOf: CivilDate,
        _ register: inout NIPRegister,
        _ random: inout RandomStream
    ) {
        var career = Career(candidate, appointment, asOf: asOf, &random)
        var nip = register.next(candidate, career)
        // Only a population of millions runs out of numbers for a day; then another day is drawn.
        while nip == nil {
            career = Career(candidate, appointment, asOf: asOf, &random)
            nip = register.next(candidate, career)
        }
        guard let nip else { preconditionFailure("no number was given out") }
        let titles = appointment.field.titles(at: candidate.education)
        self.candidate = candidate
        self.appointment = appointment
        self.career = career
        self.nip = nip
        id = random.id()
        name = PersonName.make(candidate.sex, &random)
        frontTitle = titles.front
        backTitle = titles.back
        ability = random.bell()
    }

    var contractClass: ContractClass? {
        candidate.isContract ? ContractClass(level: candidate.education.contractClass) : nil
    }
}
