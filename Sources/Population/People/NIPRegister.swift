import Personnel

/// Gives out the numbers of one agency's people, each once.
///
/// Each agency has sequence numbers of its own: its position in the city's list, and every 52nd after it. So numbers are
/// unique in the city although no agency knows what another has given out.
struct NIPRegister {
    private struct Key: Hashable {
        let birth: CivilDate
        let appointed: Int
        let sex: Sex
    }

    private let position: Int
    private let agencies: Int
    private var given: [Key: Int] = [:]

    /// The agency's position, from 0, among so many.
    init(position: Int, of agencies: Int) {
        self.position = position
        self.agencies = agencies
    }

    /// Nil when the numbers for this birth date and appointment are used up.
    mutating func next(_ candidate: Candidate, _ career: Career) -> NIP? {
        let (year, month) = (career.appointed.year, career.appointed.month)
        let key = Key(
            birth: career.birth,
            appointed: year * 100 + (candidate.isContract ? 21 : month),
            sex: candidate.sex
        )
        let sequence = given[key, default: 0] * agencies + position + 1
        let nip =
            candidate.isContract
            ? NIP.make(birthDate: career.birth, contractYear: year, sex: candidate.sex, sequence: sequence)
            : NIP.make(
                birthDate: career.birth,
                appointedYear: year,
                appointedMonth: month,
                sex: candidate.sex,
                sequence: sequence
            )
        given[key, default: 0] += 1
        return nip
    }
}
