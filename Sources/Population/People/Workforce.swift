import Personnel

/// The people of one agency in their posts.
struct Workforce: Sendable {
    let profile: AgencyProfile
    private(set) var establishment: Establishment
    private(set) var servants: [Servant] = []
    /// By unit: the position of who leads it.
    private var leaders: [Int?] = []
    /// By servant who leaves: the first day without them.
    private var leaving: [Int: CivilDate] = [:]

    init(_ profile: AgencyProfile, people: Int, seed: UInt64, position: Int, asOf: CivilDate) {
        let code = profile.code.description
        var random = RandomStream(seed: seed, "people", code)
        let strength = Strength(profile, people: people, random: &random)
        self.profile = profile
        establishment = Establishment(
            profile,
            strength: strength,
            random: RandomStream(seed: seed, "establishment", code)
        )

        let filled = establishment.posts.filter { !$0.isVacant }
        let candidates = Candidate.draw(people, structural: filled.count, profile.marginals, &random)
        var selection = Selection(candidates, &random)
        var appointed = filled.map { selection.holder(of: $0, profile, &random) }
        let executors = people - filled.count - strength.functional
        let (functional, others) = selection.split(executors: executors, &random)
        appointed += place(functional, executors: others, &random)

        var register = NIPRegister(position: position, of: AgencyProfile.all.count)
        for (candidate, appointment) in appointed {
            servants.append(Servant(candidate, appointment, asOf: asOf, &register, &random))
        }
        if headCourse == .moves, let appointment = appointed.first {
            var random = RandomStream(seed: seed, "succession", code)
            // For a year from now. A head just below the retirement age stays so however often the dates are drawn.
            for _ in 0..<100 where !servants[0].isSettled(from: asOf, until: asOf.adding(months: 12)) {
                servants[0] = Servant(appointment.0, appointment.1, asOf: asOf, &register, &random)
            }
        }
        for (index, post) in filled.enumerated() where post.leadsUnit { leaders[post.unit] = index }
    }

    /// The same people, some of whom leave.
    func losing(_ departures: [Departure]) -> Workforce {
        var workforce = self
        for departure in departures { workforce.leaving[departure.servant] = departure.day }
        return workforce
    }

    /// Whether this person is in service on a day.
    func serves(_ position: Int, on day: CivilDate) -> Bool {
        servants[position].career.appointed <= day && leaving[position].map { day < $0 } ?? true
    }

    /// The position of who rates this person on a day: who leads the unit, or for its leader, and in a unit without one
    /// or whose leader is not in service on that day, the unit above. Nil for the agency's head.
    func rater(of position: Int, on day: CivilDate) -> Int? {
        var unit: Int? = servants[position].appointment.unit
        while let here = unit {
            if let leader = leaders[here], leader != position, serves(leader, on: day) {
                return leader
            }
            unit = establishment.units[here].parent
        }
        return nil
    }

    /// Appoints functional staff to workplaces or offices, and executors to offices and, some, to workplaces.
    private mutating func place(
        _ functional: [Candidate],
        executors: [Candidate],
        _ random: inout RandomStream
    ) -> [(Candidate, Appointment)] {
        let offices = officeUnits()
        var appointed: [(Candidate, Appointment)] = []
        leaders = Array(repeating: nil, count: establishment.units.count)
        let seated = establishment.posts.count { !$0.isVacant }
        var workplaces: [Int] = []
        if let workplace = profile.workplace, !functional.isEmpty {
            for number in 0..<max(1, functional.count / workplace.size) {
                workplaces.append(establishment.addUnit(workplace.name(number), under: 0))
                leaders.append(nil)
            }
            appointed += staff(functional, of: workplace, in: workplaces, startingAt: seated, &random)
        } else {
            appointed += functional.map { ($0, .functional($0, profile, unit: random.pick(offices), &random)) }
        }
        for candidate in executors {
            let units = !workplaces.isEmpty && random.chance(0.4) ? workplaces : offices
            appointed.append((candidate, .executor(candidate, unit: random.pick(units), &random)))
        }
        return appointed
    }

    /// Staff for workplaces in turn; in each the permanent member with the highest rank leads it as a further duty.
    private mutating func staff(
        _ functional: [Candidate],
        of workplace: Workplace,
        in units: [Int],
        startingAt first: Int,
        _ random: inout RandomStream
    ) -> [(Candidate, Appointment)] {
        var best = [Int?](repeating: nil, count: units.count)
        for (index, candidate) in functional.enumerated() {
            guard let rank = candidate.rank else { continue }
            let place = index % units.count
            if let known = best[place].flatMap({ functional[$0].rank }), known >= rank { continue }
            best[place] = index
        }
        return functional.enumerated()
            .map { index, candidate in
                let place = index % units.count
                let leads = best[place] == index
                if leads { leaders[units[place]] = first + index }
                let title = leads ? workplace.headTitle : nil
                return (candidate, .functional(candidate, profile, unit: units[place], title: title, &random))
            }
    }

    /// Where people sit who lead nothing: units with nothing under them, save those of senior leaders.
    private func officeUnits() -> [Int] {
        let parents = Set(establishment.units.compactMap(\.parent))
        let senior = Set(establishment.posts.filter { $0.echelon == .iib }.map(\.unit))
        let offices = establishment.units.indices.filter { !parents.contains($0) && !senior.contains($0) }
        return offices.isEmpty ? [0] : offices
    }
}
