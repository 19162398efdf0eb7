public import Personnel

/// The written invitation to an inauguration (undangan pelantikan), to all people of a decree.
///
/// It goes out at least one working day ahead, and the inauguration is at most 30 working days after the decree
/// (Peraturan BKN 7/2017). It names people with their present posts: what they are given stays unsaid until then.
public struct InaugurationInvitation: Sendable, Hashable {
    public let number: String
    /// Of the letter.
    public let date: CivilDate
    public let place: String
    public let decree: Decree
    /// Of the inauguration.
    public let day: CivilDate
    /// "09.00 WIB".
    public let time: String
    /// "Balai Kota, Ruang Rapat III".
    public let venue: String
    /// "Pakaian Sipil Lengkap".
    public let dress: String
    public let signer: Officer

    /// - Throws: ``PaperRefusal`` when the letter is late, or the day outside the time that the decree leaves.
    public init(
        number: String,
        date: CivilDate,
        place: String,
        decree: Decree,
        day: CivilDate,
        time: String,
        venue: String,
        dress: String,
        signer: Officer,
        calendar: WorkingCalendar
    ) throws(PaperRefusal) {
        self.number = number
        self.date = date
        self.place = place
        self.decree = decree
        self.day = day
        self.time = time
        self.venue = venue
        self.dress = dress
        self.signer = signer
        var problems: [PaperProblem] = []
        if date > calendar.lastInvitation(to: day) { problems.append(.invitedLate(letter: date, day: day)) }
        let last = TimeLimit.inauguration.lastDay(from: decree.date, calendar: calendar)
        if day < decree.date || day > last {
            problems.append(.inauguratedOutside(decree: decree.date, last: last))
        }
        guard problems.isEmpty else { throw PaperRefusal(problems: problems) }
    }
}
