public import Personnel

/// The first day of somebody's post, whose day and month stand in the wrong order in `AgencyFiles.posts`.
public struct MistypedDay: Sendable, Hashable {
    public let nip: NIP
    /// As the file has it.
    public let written: CivilDate
    public let right: CivilDate
    /// The decree that names the right day.
    public let decree: String

    /// Of the first who stays in the post, which can have begun on either day: a head, if there is one. Nil if there is
    /// nobody.
    init?(_ workforce: Workforce, _ departures: [Departure], seed: UInt64, asOf: CivilDate) {
        var random = RandomStream(seed: seed, "mistyped day", workforce.profile.code.description)
        let leaving = Set(departures.map(\.servant) + (workforce.headCourse == .moves ? [0] : []))
        for (index, servant) in workforce.servants.enumerated() where !leaving.contains(index) {
            let written = servant.career.postSince
            guard written.day != written.month,
                let right = CivilDate(year: written.year, month: written.day, day: written.month),
                servant.career.appointed.adding(months: 24) <= right, right <= asOf
            else { continue }
            nip = servant.nip
            self.written = written
            self.right = right
            decree = DocumentNumber.make(821, right, &random)
            return
        }
        return nil
    }
}
