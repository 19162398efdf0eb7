import Personnel

/// The head of an agency, and what decides whether the person may move to another one.
struct AgencyHead: Sendable {
    /// What is planned for the head of an agency.
    enum Course {
        /// Nothing.
        case open
        /// Leaves the service, so that others can follow.
        case leaves
        /// Stays, and may move to the seat of another one.
        case moves
    }

    /// The codes of agencies whose heads follow each other: the first one leaves, and each seat is filled from the next
    /// agency whose head may move.
    static let succession = [
        "dinkes", "disdikbud", "dinsos", "disnaker", "dispora", "diskominfo", "dishub", "ketapang", "dispar",
        "dispusip", "dlh",
    ]
    /// How many of them move, at most.
    static let mostMoves = 3

    let agency: GeneratedAgency
    let servant: Servant
    /// The unit that the person leads.
    let unit: OrgUnit
    /// The first day without the person, of one who leaves.
    let left: CivilDate?

    init(_ workforce: Workforce, _ agency: GeneratedAgency, _ departures: [Departure]) {
        self.agency = agency
        servant = workforce.servants[0]
        unit = workforce.establishment.units[servant.appointment.unit]
        left = departures.first { $0.servant == 0 }?.day
    }

    func mayMove(on day: CivilDate) -> Bool {
        left == nil && servant.appointment.echelon == .iib && servant.isSettled(from: day, until: day)
    }
}

extension Workforce {
    /// What is planned for the agency's head.
    var headCourse: AgencyHead.Course {
        switch AgencyHead.succession.firstIndex(of: profile.code.description) {
        case nil: .open
        case 0: .leaves
        default: .moves
        }
    }
}

extension Servant {
    /// Long enough in the post from the first day on, and until the last one years from the retirement age: stricter than
    /// the rules of transfers (PP 11/2017 art 190(3)), so that none of them stops the person.
    func isSettled(from first: CivilDate, until last: CivilDate) -> Bool {
        let retires = career.birth.adding(months: 12 * appointment.retirementAge)
        return career.postSince.adding(months: 24) <= first && last.adding(months: 24) <= retires
    }
}
