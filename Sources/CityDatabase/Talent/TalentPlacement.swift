public import Personnel
public import Postgres

/// One person's place on the talent map, with everything it is based on.
public struct TalentPlacement: Sendable, RowDecodable {
    public let agency: AgencyCode
    public let employment: Int64
    public let nip: String
    public let name: String
    public let unit: String
    public let post: String
    public let positionLevel: String
    public let performanceLevel: TalentLevel
    /// Nil where too little is known about the potential.
    public let potentialLevel: TalentLevel?
    public let box: Int?
    public let performance: AxisScore?
    public let potential: AxisScore?
    /// The known components; an unknown one is missing here, and its axis' mean leaves out its weight.
    public let components: [TalentComponent: Score]
    public let ruleSet: String
    /// The evidence that was scored, by its number.
    public let inputs: [Int64]

    public init(_ row: borrowing Row) throws(PostgresError) {
        let (box, performanceScore, performanceKnown, potentialScore, potentialKnown):
            (
                BoxNumber?, Score?, Int16?, Score?, Int16?
            )
        var scores = [Score?](repeating: nil, count: TalentComponent.allCases.count)
        let inputs: [Int64]?
        (
            agency, employment, nip, name, unit, post, positionLevel, performanceLevel, potentialLevel, box,
            performanceScore, performanceKnown, potentialScore, potentialKnown, scores[0], scores[1], scores[2],
            scores[3], scores[4], scores[5], scores[6], scores[7], scores[8], scores[9], scores[10], ruleSet, inputs
        ) = try row.decode()
        self.box = box?.rawValue
        performance = Self.axis(performanceScore, performanceKnown)
        potential = Self.axis(potentialScore, potentialKnown)
        components = Dictionary(
            uniqueKeysWithValues: zip(TalentComponent.allCases, scores)
                .compactMap { component, score in
                    score.map { (component, $0) }
                }
        )
        self.inputs = inputs ?? []
    }

    static func axis(_ score: Score?, _ known: Int16?) -> AxisScore? {
        guard let score, let known, known > 0 else { return nil }
        return AxisScore(value: score, knownWeight: Int(known))
    }

    /// 0.5 Y + 0.5 X (Keputusan Kepala BKN 411/2025).
    public var talentScore: Score? {
        guard let performance, let potential else { return nil }
        return Score.mean([(performance.value, 1), (potential.value, 1)])
    }

    /// How sure each box is, given the rule set's errors of measurement; nil without a box.
    public func probability(_ rules: RuleSet) -> BoxProbability? {
        guard box != nil, let potential else { return nil }
        guard let performance, rules.performanceBasis(known: performance.knownWeight) == .score else {
            return BoxProbability(performanceLevel: performanceLevel, potential: potential.value, rules: rules)
        }
        return BoxProbability(performance: performance.value, potential: potential.value, rules: rules)
    }
}

/// A piece of evidence, as a placement lists it.
public struct Evidence: Sendable, RowDecodable {
    public let kind: String
    /// The value that the rules score; nil where somebody stated the score.
    public let level: String?
    public let score: Score?
    public let title: String?
    /// Its day, or its first day; nil where none is recorded, as of education.
    public let occurredOn: CivilDate?
    /// The last day of what lasts; nil while it does.
    public let endedOn: CivilDate?
    public let documentNumber: String?
    public let documentDate: CivilDate?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (kind, level, score, title, occurredOn, endedOn, documentNumber, documentDate) = try row.decode()
    }
}
