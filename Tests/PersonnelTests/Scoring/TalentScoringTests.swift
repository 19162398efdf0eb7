import Personnel
import Testing

@Suite("The scoring of talent")
struct TalentScoringTests {
    private let scoring: TalentScoring

    init() throws {
        scoring = TalentScoring(try ReferenceTables.rules())
    }

    /// Baik, an agency's award, an internal team's chair, 360° feedback of 80.
    private var performance: [TalentComponent: Score] {
        [
            .rating: scoring.score(rating: .baik), .award: scoring.score("award", level: "agency"),
            .teamDuty: scoring.score("team_duty", level: "chair_internal"),
            .feedback: scoring.score("feedback", level: "baik"),
        ]
        .compactMapValues(\.self)
    }

    private let potential: [TalentComponent: Score] = [
        .competency: Score(85), .development: Score(75), .experience: Score(80), .potential: Score(70),
        .education: Score(90), .fieldMatch: Score(100), .discipline: Score(100),
    ]

    @Test("gives the decree's example 71.00 and 84.00, and box 8")
    func vector() {
        let place = scoring.place(performance.merging(potential) { $1 })
        #expect(place.performance?.value.description == "71.00")
        #expect(place.potential?.value.description == "84.00")
        #expect(place.performance?.knownWeight == 100)
        #expect(place.potential?.knownWeight == 100)
        #expect(place.performanceLevel == .medium && place.performanceBasis == .score)
        #expect(place.potentialLevel == .high)
        #expect(place.box == 8)
        #expect(place.talentScore?.description == "77.50")
        #expect(place.missing.isEmpty)
    }

    @Test(
        "gives each component and part its score at each level",
        arguments: [
            ("rating", ["sangat_baik": 100, "baik": 80, "butuh_perbaikan": 60, "kurang": 40, "sangat_kurang": 20]),
            ("feedback", ["sangat_baik": 100, "baik": 80, "butuh_perbaikan": 60, "kurang": 40, "sangat_kurang": 20]),
            ("award", ["international": 100, "national": 75, "cross_agency": 50, "agency": 25, "none": 0]),
            (
                "team_duty",
                [
                    "chair_cross_agency": 100, "chair_internal": 75, "member_cross_agency": 50, "member_internal": 25,
                    "none": 0,
                ]
            ),
            ("field_match", ["match": 100, "no_match": 50]),
            ("variety", ["cross_agency": 100, "cross_unit": 80, "one_unit": 60]),
            (
                "acting",
                [
                    "head_of_region": 100, "plt_higher": 80, "plt_equal": 60, "plh_higher": 40, "plh_equal": 20,
                    "none": 0,
                ]
            ),
            ("discipline", ["none": 100, "light": 75, "medium": 50, "heavy": 25, "serving": 0]),
        ]
    )
    func levels(component: String, scores: [String: Int]) {
        for (level, points) in scores {
            #expect(scoring.score(component, level: level) == Score(points), "\(component) \(level)")
        }
        #expect(scoring.rules.levelScores.count { $0.component == component } == scores.count)
        #expect(scoring.score(component, level: "") == nil)
    }

    @Test(
        "gives each number the score of the highest step that it reaches",
        arguments: [
            ("certificates", [0, 25, 25, 25, 50, 50, 75, 75, 100, 100, 100]),
            ("leadership", [0, 50, 50, 100, 100, 100]),
            ("time_in_level", [60, 60, 60, 80, 80, 100, 100]),
        ]
    )
    func steps(component: String, points: [Int]) {
        for (number, points) in points.enumerated() {
            #expect(scoring.score(component, number: number) == Score(points), "\(component) \(number)")
        }
        #expect(scoring.score(component, number: 40) == Score(100))
        #expect(scoring.score(component, number: -1) == nil)
    }

    @Test(
        "scores every level of education, and knows none below SLTA",
        arguments: [
            (EducationLevel.primary, nil), (.lowerSecondary, nil), (.lowerSecondaryVocational, nil),
            (.upperSecondary, 60), (.upperSecondaryVocational, 60), (.upperSecondaryTeaching, 60), (.diploma1, 60),
            (.diploma2, 60), (.diploma3, 70), (.diploma4, 80), (.bachelor, 80), (.master, 90), (.doctor, 100),
        ] as [(EducationLevel, Int?)]
    )
    func education(level: EducationLevel, points: Int?) {
        #expect(scoring.score("education", number: level.rawValue) == points.map { Score($0) })
    }

    @Test("takes the best award and duty and the worst sanction, and none for an empty list")
    func several() {
        #expect(scoring.score(awards: []) == Score(0))
        #expect(scoring.score(awards: ["agency", "national", "agency"]) == Score(75))
        #expect(scoring.score(awards: ["agency", "galactic"]) == nil)
        #expect(scoring.score(teamDuties: []) == Score(0))
        #expect(scoring.score(teamDuties: ["member_internal", "member_cross_agency"]) == Score(50))
        #expect(scoring.score(sanctions: []) == Score(100))
        #expect(scoring.score(sanctions: ["light", "medium"]) == Score(50))
        #expect(scoring.score(sanctions: ["light", "serving"]) == Score(0))
    }

    @Test("makes a component of its parts, and leaves out those that are not known")
    func parts() {
        let whole = ["time_in_level": Score(100), "variety": Score(80), "acting": Score(60)]
        #expect(scoring.score(component: .experience, parts: whole)?.description == "80.20")
        #expect(scoring.score(component: .experience, parts: ["variety": Score(80)]) == Score(80))
        #expect(scoring.score(component: .experience, parts: ["certificates": Score(80)]) == nil)
        #expect(scoring.score(component: .experience, parts: [:]) == nil)
        #expect(
            scoring.score(component: .development, parts: ["certificates": Score(75), "leadership": Score(50)])?
                .description == "62.50"
        )
        #expect(scoring.score(component: .education, parts: whole) == nil)
    }

    @Test("leaves what is missing out of the mean, with its weight, and never counts it as zero")
    func missing() {
        for component in TalentComponent.allCases {
            var scores = performance.merging(potential) { $1 }
            scores[component] = nil
            let place = scoring.place(scores)
            #expect(place.missing == [component])
            let axis = component.axis == .performance ? place.performance : place.potential
            #expect(axis?.knownWeight == 100 - scoring.rules.weights[component, default: 0])
            let left = component.axis.components.compactMap { scores[$0] }
            #expect(left.min().flatMap { least in axis.map { least <= $0.value } } == true)
        }
        let equal = Dictionary(uniqueKeysWithValues: TalentComponent.allCases.map { ($0, Score(64)) })
        for component in TalentComponent.allCases {
            let place = scoring.place([component: Score(64)])
            let axis = component.axis == .performance ? place.performance : place.potential
            #expect(axis?.value == Score(64))
            #expect(scoring.place(equal.filter { $0.key != component }).talentScore == Score(64))
        }
    }

    @Test("knows nothing of a person of whom nothing is known")
    func nothing() {
        let place = scoring.place([:])
        #expect(place.performance == nil && place.potential == nil && place.talentScore == nil)
        #expect(place.performanceLevel == nil && place.performanceBasis == nil && place.potentialLevel == nil)
        #expect(place.box == nil)
        #expect(place.missing == TalentComponent.allCases)
    }

    @Test("takes the level of performance from the rating while not all of the axis is known")
    func ratingAlone() {
        for rating in Rating.allCases {
            let level = scoring.rules.performanceLevels[rating]
            for place in [
                scoring.place(potential, rating: rating),
                scoring.place(potential.merging([.rating: scoring.score(rating: rating) ?? Score(0)]) { $1 }),
            ] {
                #expect(place.performanceLevel == level)
                #expect(place.performanceBasis == .rating)
                #expect(place.performance?.value == scoring.score(rating: rating))
                #expect(place.performance?.knownWeight == 60)
                #expect(place.missing == [.award, .teamDuty, .feedback])
            }
        }
        // A score that no rating has tells no level.
        #expect(scoring.place([.rating: Score(85)]).performanceLevel == nil)
        #expect(scoring.place([.award: Score(75), .feedback: Score(80)]).performanceLevel == nil)
    }

    @Test("takes the level of performance from the score as soon as enough is known")
    func minimumPerformanceWeight() throws {
        let rules = try ReferenceTables.rules(
            changing: .setting,
            where: ["name": "minimum_performance_weight"],
            to: ["value": "75"]
        )
        let scoring = TalentScoring(rules)
        // 60 of 60 · 100 and 0 of 15: 80.00 of 75 percent known.
        let place = scoring.place([.award: Score(0)], rating: .sangatBaik)
        #expect(place.performance?.value == Score(80) && place.performance?.knownWeight == 75)
        #expect(place.performanceBasis == .score && place.performanceLevel == .high)
        let less = scoring.place([.feedback: Score(0)], rating: .sangatBaik)
        #expect(less.performance?.knownWeight == 70)
        #expect(less.performanceBasis == .rating && less.performanceLevel == .high)
    }

    @Test("takes the level of performance from the rating under 2027.1, however much is known, and the scores stay")
    func levelOfRating() throws {
        let scoring = TalentScoring(try ReferenceTables.rules(named: "2027.1"))
        for rating in Rating.allCases {
            for others in [0, 60, 80, 100] {
                let scores = [TalentComponent.award: Score(others), .teamDuty: Score(others), .feedback: Score(others)]
                    .merging(potential) { $1 }
                let place = scoring.place(scores, rating: rating)
                #expect(place.performanceLevel == scoring.rules.performanceLevels[rating])
                #expect(place.performanceBasis == .rating && place.performance?.knownWeight == 100)
                #expect(place.performance == self.scoring.place(scores, rating: rating).performance)
                // One more thing known changes the score and never the level.
                let less = scoring.place(scores.filter { $0.key != .award }, rating: rating)
                #expect(less.performanceLevel == place.performanceLevel && less.box == place.box)
            }
        }
        // Without a rating there is no level to take.
        #expect(scoring.place([.award: Score(75), .teamDuty: Score(75), .feedback: Score(80)]).performanceLevel == nil)
    }

    @Test("puts the worked example into box 8 with 71.00 and 84.00 on either basis")
    func vectorOnEitherBasis() throws {
        let performance = [
            TalentComponent.rating: Score(80), .award: Score(25), .teamDuty: Score(75), .feedback: Score(80),
        ]
        for code in ["2023.1", "2026.1", "2027.1"] {
            let place = TalentScoring(try ReferenceTables.rules(named: code))
                .place(performance.merging(potential) { $1 })
            #expect(place.performance?.value == Score(71) && place.potential?.value == Score(84))
            #expect(place.performanceLevel == .medium && place.potentialLevel == .high && place.box == 8)
        }
    }

    @Test("needs both assessments for a level of potential, or as many as the city says", arguments: 0...2)
    func minimumAssessments(minimum: Int) throws {
        let rules = try ReferenceTables.rules(
            changing: .setting,
            where: ["name": "minimum_assessments"],
            to: ["value": "\(minimum)"]
        )
        let scoring = TalentScoring(rules)
        for assessed in [[], [TalentComponent.competency], [.potential], [.competency, .potential]] {
            let scores = potential.filter { ![.competency, .potential].contains($0.key) || assessed.contains($0.key) }
            let place = scoring.place(scores, rating: .baik)
            #expect((place.potentialLevel != nil) == (assessed.count >= minimum))
            #expect((place.box != nil) == (assessed.count >= minimum))
            #expect(place.potential != nil)
        }
    }

    @Test("puts every pair of scores at and around the thresholds into its box")
    func boundaries() throws {
        let edges = [0, 1, 5_999, 6_000, 6_001, 7_999, 8_000, 8_001, 9_999, 10_000]
        var boxes: Set<Int> = []
        for y in edges {
            for x in edges {
                let (y, x) = (try #require(Score(hundredths: y)), try #require(Score(hundredths: x)))
                let scores = Dictionary(
                    uniqueKeysWithValues: TalentComponent.allCases.map { ($0, $0.axis == .performance ? y : x) }
                )
                let place = scoring.place(scores)
                #expect(place.performance?.value == y && place.potential?.value == x)
                let box = TalentBox(performance: level(y), potential: level(x))
                #expect(place.box == box.number)
                boxes.insert(box.number)
            }
        }
        #expect(boxes == Set(1...9))
    }

    @Test("rounds first and compares then: 79.996 is 80.00, and high")
    func roundsFirst() {
        // 85 of 100 at 79.99 and 15 at 80.02 is 79.9945; with 80.03 it is 79.996.
        for (discipline, value, level) in [(8_002, "79.99", TalentLevel.medium), (8_003, "80.00", .high)] {
            var scores = Dictionary(
                uniqueKeysWithValues: TalentComponent.allCases.map { ($0, Score(hundredths: 7_999) ?? Score(0)) }
            )
            scores[.discipline] = Score(hundredths: discipline)
            let place = scoring.place(scores)
            #expect(place.potential?.value.description == value)
            #expect(place.potentialLevel == level)
        }
    }

    private func level(_ score: Score) -> TalentLevel {
        score < Score(60) ? .low : score < Score(80) ? .medium : .high
    }
}
