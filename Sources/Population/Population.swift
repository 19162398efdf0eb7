import CSV
public import Personnel

/// The people of a city, none of them real: the same for the same numbers, on every machine.
///
/// What is drawn follows the head counts of real agencies (see `Data/README.md`): levels of post, ranks, ages, schooling
/// and sexes. Names, numbers and dates are made up.
public struct Population: Sendable {
    /// 52, in the order of `agencies.csv`; their people add up to the population's.
    public let agencies: [GeneratedAgency]

    private let seed: UInt64
    private let asOf: CivilDate

    /// A city of `people` on the day `asOf`.
    ///
    /// - Precondition: `people` is at least 52, one for each agency.
    public init(people: Int, seed: UInt64, asOf: CivilDate) {
        let profiles = AgencyProfile.all
        precondition(people >= profiles.count, "a city needs at least one person for each agency")
        self.seed = seed
        self.asOf = asOf
        let further = Self.apportion(people - profiles.count, by: profiles.map(\.weight))
        agencies = zip(profiles, further)
            .map { profile, further in
                GeneratedAgency(
                    code: profile.code,
                    name: profile.name,
                    shortName: profile.shortName,
                    kind: profile.kind,
                    people: further + 1
                )
            }
    }

    /// The agencies as a CSV text: code, name, short_name, kind.
    public static var agenciesCSV: String {
        let rows = AgencyProfile.all.map { [$0.code.description, $0.name, $0.shortName, $0.kind] }
        return ([["code", "name", "short_name", "kind"]] + rows).map { CSVWriter.line($0) + "\n" }.joined()
    }

    /// The files of one agency with the ratings of one cycle.
    ///
    /// - Precondition: `agency` is one of this population's.
    public func files(for agency: GeneratedAgency, cycle: CycleCode) -> AgencyFiles {
        files(for: agency, cycles: [cycle])
    }

    /// The files of one agency. Its ratings are those of the cycles, in their order; all else is the same whatever the
    /// cycles, and a cycle's ratings are the same whatever others stand beside it. Nobody has a rating of a cycle that
    /// ended before the appointment.
    ///
    /// - Parameter last: until when people leave and others act for them; nobody does until the day on which the people
    ///   are described. People who have left have no rating of a cycle that ended later, and rate nobody in it.
    /// - Precondition: `agency` is one of this population's.
    public func files(
        for agency: GeneratedAgency,
        cycles: [CycleCode],
        until last: CivilDate? = nil
    ) -> AgencyFiles {
        let isLargest = isLargest(agency)
        let (workforce, departures) = workforce(of: agency, until: last ?? asOf)
        let acting = workforce.actingHeads(seed: seed, departures)
        let city = agencies.reduce(0) { $0 + $1.people }
        let habits = RatingHabits(
            workforce.profile,
            seed: seed,
            shareOfCity: Double(agency.people) / Double(city)
        )
        return AgencyFiles(
            people: PeopleFile.text(workforce),
            posts: PostsFile.text(workforce, seed: seed),
            establishment: EstablishmentFile.text(workforce, seed: seed, asOf: asOf),
            ratings: RatingsFile.text(workforce, cycles, habits, seed: seed, asOf: asOf),
            assessments: AssessmentsFile.text(workforce, seed: seed, asOf: asOf),
            awards: AwardsFile.text(workforce, seed: seed, asOf: asOf),
            duties: DutiesFile.text(workforce, seed: seed, asOf: asOf),
            training: TrainingFile.text(workforce, seed: seed, asOf: asOf),
            discipline: DisciplineFile.text(workforce, seed: seed, asOf: asOf),
            competencies: CompetenciesFile.text(workforce, seed: seed, asOf: asOf),
            standards: StandardsFile.text(workforce, seed: seed, asOf: asOf),
            departures: DeparturesFile.text(workforce, departures),
            acting: PostsFile.text(workforce, acting: acting, seed: seed),
            leavers: departures.map { workforce.servants[$0.servant].nip },
            actingHeads: acting.map { workforce.servants[$0.servant].nip },
            mistyped: isLargest ? MistypedDay(workforce, departures, seed: seed, asOf: asOf) : nil
        )
    }

    /// The heads of agencies who follow each other: education's goes to health, whose head has left, and others to
    /// education and to each other's seats. It is a file of transfers that all begin on a day, a row for each head.
    ///
    /// Only heads who may move on that day do: long enough in the seat, and years from the retirement age.
    ///
    /// - Parameter last: as for the files of the agencies.
    /// - Returns: nil where nobody may move, as long after the day on which the people are described.
    public func headTransfers(on day: CivilDate, until last: CivilDate) -> String? {
        var heads: [AgencyHead] = []
        for code in AgencyHead.succession where heads.count <= AgencyHead.mostMoves {
            guard let agency = agencies.first(where: { $0.code.description == code }) else { continue }
            let (workforce, departures) = workforce(of: agency, until: last)
            let head = AgencyHead(workforce, agency, departures)
            // The first seat is the one to fill.
            if heads.isEmpty || head.mayMove(on: day) { heads.append(head) }
        }
        return heads.count > 1 ? TransfersFile.text(heads, on: day) : nil
    }

    private func isLargest(_ agency: GeneratedAgency) -> Bool {
        agencies.first { one in agencies.allSatisfy { $0.people <= one.people } } == agency
    }

    private func workforce(of agency: GeneratedAgency, until last: CivilDate) -> (Workforce, [Departure]) {
        guard let position = agencies.firstIndex(of: agency) else {
            preconditionFailure("agency \(agency.code) is not of this population")
        }
        let present = Workforce(
            AgencyProfile.all[position],
            people: agency.people,
            seed: seed,
            position: position,
            asOf: asOf
        )
        let departures = present.departures(
            seed: seed,
            asOf: asOf,
            until: last,
            isLargest: isLargest(agency)
        )
        return (present.losing(departures), departures)
    }

    /// Shares by largest remainder; of equal remainders the earlier one wins.
    private static func apportion(_ count: Int, by weights: [Int]) -> [Int] {
        let total = weights.reduce(0, +)
        var shares = weights.map { count * $0 / total }
        let missing = count - shares.reduce(0, +)
        let ordered = weights.indices
            .sorted { (-(count * weights[$0] % total), $0) < (-(count * weights[$1] % total), $1) }
        for index in ordered.prefix(missing) { shares[index] += 1 }
        return shares
    }
}
