import Personnel

/// What the marginals say of one person, before a post is found.
struct Candidate: Sendable {
    let sex: Sex
    var ageBand: AgeBand
    var education: EducationLevel
    /// Nil for a contract employee.
    var rank: GradeRank?
    let isContract: Bool

    func mayHold(_ echelon: StructuralEchelon) -> Bool {
        guard let rank, !isContract else { return false }
        return echelon.ranks.contains(rank.id) && education >= echelon.education
            && ageBand.rawValue >= echelon.youngest.rawValue
    }

    /// Somebody who may hold the post, for an agency so small that its draw has nobody.
    func raised(to echelon: StructuralEchelon) -> Candidate {
        let rank = self.rank?.id ?? 0
        let fitting = min(max(rank, echelon.ranks.lowerBound), echelon.ranks.upperBound)
        return Candidate(
            sex: sex,
            ageBand: ageBand.rawValue >= echelon.youngest.rawValue ? ageBand : echelon.youngest,
            education: education >= echelon.education ? education : .bachelor,
            rank: GradeRank(id: fitting),
            isContract: false
        )
    }
}

extension Candidate {
    /// The share of contract employees (PPPK) among a city's people.
    private static let contractShare = 0.15

    /// Draws an agency's people. Each attribute by itself follows the marginals; together they are made plausible: who
    /// is older and went to school for longer has the higher rank.
    static func draw(_ count: Int, structural: Int, _ marginals: Marginals, _ random: inout RandomStream) -> [Candidate]
    {
        let sexes = shuffled(Sex.allCases, count, marginals.sexes, &random)
        let bands = shuffled(AgeBand.allCases, count, marginals.ageBands, &random)
        let educations = zip(bands, shuffled(Marginals.educations, count, marginals.educationCounts, &random))
            .map { band, education in band == .under20 && education > .upperSecondary ? .upperSecondary : education }
        let isContract = contracts(bands, structural: structural, &random)

        let permanent = isContract.indices.filter { !isContract[$0] }
        let ordered = sorted(permanent, &random) { index, random in
            Double(educations[index].entryRank) + bands[index].usualPromotions + 1.2 * random.bell()
        }
        var ranks = [GradeRank?](repeating: nil, count: count)
        var next = 0
        let shares = random.shares(of: permanent.count, weights: marginals.rankCounts)
        for (rank, share) in zip(Marginals.ranks, shares) {
            for index in ordered[next..<(next + share)] { ranks[index] = rank }
            next += share
        }
        return (0..<count)
            .map {
                Candidate(
                    sex: sexes[$0],
                    ageBand: bands[$0],
                    education: educations[$0],
                    rank: ranks[$0],
                    isContract: isContract[$0]
                )
            }
    }

    private static func shuffled<Value>(
        _ values: [Value],
        _ count: Int,
        _ weights: [Double],
        _ random: inout RandomStream
    ) -> [Value] {
        let shares = random.shares(of: count, weights: weights)
        var drawn = zip(values, shares).flatMap { Array(repeating: $0, count: $1) }
        random.shuffle(&drawn)
        return drawn
    }

    /// Contracts go to people under 50, the younger the likelier, and leave enough others for the structural posts.
    private static func contracts(_ bands: [AgeBand], structural: Int, _ random: inout RandomStream) -> [Bool] {
        let young = bands.indices.filter {
            (AgeBand.twenties.rawValue...AgeBand.forties.rawValue) ~= bands[$0].rawValue
        }
        let wanted = random.shares(of: bands.count, weights: [contractShare, 1 - contractShare])[0]
        let ordered = sorted(young, &random) { index, random in Double(bands[index].rawValue) + random.bell() }
        var isContract = [Bool](repeating: false, count: bands.count)
        for index in ordered.prefix(min(wanted, bands.count - structural)) { isContract[index] = true }
        return isContract
    }

    /// Positions from the lowest score to the highest; of equal scores the lower position first.
    private static func sorted(
        _ indices: [Int],
        _ random: inout RandomStream,
        by score: (Int, inout RandomStream) -> Double
    ) -> [Int] {
        indices.map { (score: score($0, &random), index: $0) }
            .sorted { ($0.score, $0.index) < ($1.score, $1.index) }
            .map(\.index)
    }
}
