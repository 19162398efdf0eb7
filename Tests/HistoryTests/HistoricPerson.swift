import Personnel

/// A person of the history, as the city should know the person at the end of the year.
struct HistoricPerson {
    /// Where the person is.
    enum Place: Hashable {
        case post(unit: String, title: String, since: CivilDate)
        /// Leave outside the state's charge, until somebody says otherwise.
        case leave(since: CivilDate, until: CivilDate)
        case left(kind: String, day: CivilDate)
    }

    var nip: NIP
    var name: String
    let isContract: Bool
    let birth: CivilDate
    let appointed: CivilDate
    var agency: String
    /// SIASN's id of the rank; a PPPK has a class.
    var rank: Int
    var rankSince: CivilDate
    var place: Place
    /// The number of the decree of the present post.
    var decree: String

    var isServing: Bool { if case .post = place { true } else { false } }

    var title: String? { if case .post(_, let title, _) = place { title } else { nil } }
    var unit: String? { if case .post(let unit, _, _) = place { unit } else { nil } }

    /// What the city should say of the person on the last day of a year.
    var explanation: String {
        switch place {
        case .post(let unit, let title, let since): "\(agency) \(unit)/\(title) since \(since.iso)"
        case .leave(let since, _): "\(agency) unpaid_leave since \(since.iso)"
        case .left(let kind, let day): "\(agency) \(kind) since \(day.iso)"
        }
    }
}

/// What the register says wrongly of a person, for good: the city put it right, and the register did not.
struct HistoricMistake {
    /// The mistyped name, in every later file.
    var name: String?
    /// The mistyped first day of the post that began on `rightSince`.
    var since: CivilDate?
    var rightSince: CivilDate?
}
