import CityDatabase
import Personnel
import Population
import TestSupport
import Testing

/// Compares the talent map that the database computes with the rules in `TalentScoring`.
@Suite("Talent map", .serialized, .timeLimit(.minutes(20)))
struct TalentTests {
    let day = TalentStage.day
    func nip(_ number: Int) throws -> NIP { try AppraisalStage.nip(number) }
    func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    // MARK: - Many people

    @Test("axes, weights, levels, box and missing components equal those of TalentScoring, for every generated person")
    func agreesWithTheRules() async throws {
        // A person without a record has none in the first agency, and is unknown in the second.
        let stage = try await TalentStage.make(people: 900, registers: [true, false])
        try await stage.run()
        let rules = try await RuleSets(stage.city.database).find("2026.1")
        let scoring = TalentScoring(rules)
        let rows = try await stage.city.psql("select employment_id, rating from appraisal_score where not superseded")
        let ratings = try Dictionary(
            uniqueKeysWithValues: rows.split(separator: "\n")
                .map { line in
                    let parts = line.split(separator: "|")
                    return (try #require(Int64(parts[0])), try #require(Int(parts[1]).flatMap { Rating(rawValue: $0) }))
                }
        )
        var boxes: Set<Int?> = []
        var missing: [Set<TalentComponent>] = [[], []]
        for agency in 0...1 {
            let placements = try await stage.placements(agency)
            #expect(placements.count > 30)
            for placement in placements {
                let expected = scoring.place(placement.components, rating: ratings[placement.employment])
                #expect(placement.performance == expected.performance && placement.potential == expected.potential)
                #expect(placement.performanceLevel == expected.performanceLevel && ratings[placement.employment] != nil)
                #expect(placement.potentialLevel == expected.potentialLevel)
                #expect(placement.box == expected.box && placement.talentScore == expected.talentScore)
                #expect(placement.ruleSet == "2026.1")
                boxes.insert(placement.box)
                missing[agency].formUnion(expected.missing)
            }
        }
        #expect(boxes.count > 5, "the generated people stand in many boxes")
        #expect(
            missing[0]
                .isDisjoint(with: [.rating, .award, .teamDuty, .development, .discipline, .experience])
        )
        #expect(missing[0].isSuperset(of: [.competency, .potential, .feedback]), "some are not assessed")
        #expect(missing[1].isSuperset(of: [.award, .teamDuty, .development, .discipline]))
    }

    @Test("each component follows by the rules from the rows of the imported files")
    func agreesWithTheFiles() async throws {
        let registers = [true, false]
        let stage = try await TalentStage.make(people: 900, registers: registers)
        try await stage.run()
        let rules = try await RuleSets(stage.city.database).find("2026.1")
        for (agency, isComplete) in registers.enumerated() {
            let reading = try FileReading(stage.files[agency], TalentScoring(rules), rules, day, isComplete: isComplete)
            for placement in try await stage.placements(agency) {
                for (component, score) in try reading.scores(placement.nip) {
                    #expect(placement.components[component] == score, "\(component) of \(placement.employment)")
                }
            }
        }
        let placements = try await stage.placements()
        for component in [TalentComponent.award, .teamDuty, .development, .discipline] {
            #expect(Set(placements.map { $0.components[component] }).count > 1, "\(component) differs among people")
        }
    }

    @Test(
        "on the day of the placement the map equals the cycle's placements; another day of the cycle has no rating yet"
    )
    func asOf() async throws {
        let stage = try await TalentStage.make(registers: [true, false])
        try await stage.run()
        let map = TalentMap(stage.city.database)
        let asOf = try await map.source(on: day)
        for agency in stage.agencies {
            let placed = try await map.placements(.cycle(stage.cycle), in: .agency(agency), purpose: "test")
            let computed = try await map.placements(asOf, in: .agency(agency), purpose: "test")
            #expect(placed.map(\.nip) == computed.map(\.nip) && !placed.isEmpty)
            for (a, b) in zip(placed, computed) {
                #expect(a.components == b.components && a.box == b.box && a.performance == b.performance)
                #expect(a.potential == b.potential && a.inputs == b.inputs && a.performanceLevel == b.performanceLevel)
            }
            let counts = (
                try await map.counts(.cycle(stage.cycle), in: .agency(agency)),
                try await map.counts(asOf, in: .agency(agency))
            )
            #expect(counts.0 == counts.1)
            #expect(counts.0.boxes.reduce(0, +) + counts.0.unplaced == placed.count)
        }
        let before = try await map.counts(map.source(on: try date("2026-10-14")), in: .city)
        #expect(before.boxes.reduce(0, +) + before.unplaced == 0, "the cycle is scored on the 15th")
    }

    @Test("a placement keeps its rule set and its score when later evidence and later rules would give others")
    func keepsItsRules() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.city.importLines(
            .assessments,
            SampleFile.assessmentsHeader,
            [SampleFile.assessment(4, "85", "85")],
            to: stage.agencies[0]
        )
        try await stage.run(through: .place)
        let before = try await placement(4, stage, cycle: true)
        #expect(before.ruleSet == "2026.1" && before.potentialLevel == .high)
        var tables = RuleSets.carried
        for table in RuleTable.allCases {
            tables[table] = tables[table].filter { $0["rule_set"] == "2026.1" }
                .map { row in
                    var row = row
                    row["rule_set"] = "2026.2"
                    if table == .ruleSet { row["valid_from"] = "2026-10-16" }
                    if table == .threshold, row["level"] == "3" { row["at_least"] = "95" }
                    return row
                }
        }
        #expect(try await RuleSets(stage.city.database).load(tables).map(\.isNew) == [true])
        try await register(
            .awards,
            "nip,hargaNama,tingkat,skNomor,skTanggal",
            ["\(SampleFile.nip(4)),Teladan,Nasional,861/1,01-02-2026"],
            stage
        )
        let after = try await placement(4, stage, cycle: true)
        #expect(after.ruleSet == "2026.1" && after.box == before.box && after.potentialLevel == .high)
        #expect(after.components == before.components && after.inputs == before.inputs)
        let anew = try await placement(4, stage)
        #expect(anew.ruleSet == "2026.2" && anew.potentialLevel == .medium && anew.components[.award] == Score(75))
    }

    // MARK: - Evidence in its time

    func placement(_ number: Int, _ stage: AppraisalStage, cycle: Bool = false) async throws -> TalentPlacement {
        try await placement(number, stage, on: day, cycle: cycle)
    }

    func placement(
        _ number: Int,
        _ stage: AppraisalStage,
        on day: CivilDate,
        knownOn: CivilDate? = nil,
        cycle: Bool = false
    ) async throws -> TalentPlacement {
        let map = TalentMap(stage.city.database)
        let source: TalentSource
        if cycle {
            source = .cycle(try await Cycles(stage.city.database).find(stage.code))
        } else {
            source = try await map.source(on: day, knownOn: knownOn)
        }
        return try await map.placement(of: nip(number), source, agency: stage.agencies[0]).placement
    }

    func register(
        _ kind: ImportKind,
        _ header: String,
        _ lines: [String],
        _ stage: AppraisalStage,
        isComplete: Bool = true
    ) async throws {
        let text = ([header] + lines).map { $0 + "\n" }.joined()
        let report = try await stage.city
            .importText(kind, text, to: stage.agencies[0], isComplete: isComplete, on: day)
        #expect(report.rejected == 0, "\(report.rejections)")
    }

    // MARK: - Levels

    private static let statedHeader =
        (["NIP", "Tanggal Asesmen"] + TalentComponent.allCases.map(\.simataColumn)).joined(separator: ",")

    @Test("the example of the regulation, through the database: 71.00 and 84.00, box 8")
    func example() async throws {
        let stage = try await AppraisalStage.make()
        // Three years at the level, and a master's degree.
        _ = try await stage.city.psql(
            """
            update assignment set valid = '[2023-02-01,)' where employment_id = \(stage.employment(4));
            update person set education_level_id = 45 where nip = '\(SampleFile.nip(4))'
            """
        )
        try await register(.awards, awardsHeader, [award(4, "Instansi", "01-02-2026")], stage, isComplete: false)
        try await register(
            .duties,
            "nip,namaTim,peran,lingkup,skNomor,skTanggal,mulai,selesai",
            ["\(SampleFile.nip(4)),Tim,Ketua,Internal,800/1,,01-02-2026,"],
            stage,
            isComplete: false
        )
        // In the order of the components. A stated score does not count where the city has records, or the cycle a
        // rating.
        try await register(
            .assessments,
            Self.statedHeader,
            ["\(SampleFile.nip(4)),01-02-2026,20,100,100,80,85,75,20,70,60,100,100"],
            stage,
            isComplete: false
        )
        try await stage.run(through: .place)
        let placed = try await placement(4, stage, cycle: true)
        #expect(placed.performance == AxisScore(value: Score(71), knownWeight: 100))
        #expect(placed.potential == AxisScore(value: Score(84), knownWeight: 100))
        #expect(placed.performanceLevel == .medium && placed.potentialLevel == .high && placed.box == 8)
        #expect(placed.talentScore == Score("77.5") && placed.components.count == 11)
    }

    @Test("the level of performance is the rating's while too little is known, and the score's once enough is")
    func performanceLevel() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            [SampleFile.rating(4, 1, 1), SampleFile.rating(5, 3, 3), SampleFile.rating(6, 2, 2)],
            to: stage.agencies[0]
        )
        try await stage.run(through: .score)
        let header = "NIP,Tanggal Asesmen,Y - Umpan Balik Kinerja 360"
        try await register(
            .assessments,
            header,
            [(4, 80), (5, 80), (6, 100)].map { "\(SampleFile.nip($0.0)),01-02-2026,\($0.1)" },
            stage,
            isComplete: false
        )
        let alone = try await placement(4, stage)
        #expect(alone.performanceLevel == .high && alone.performance?.knownWeight == 70)
        #expect(try await placement(5, stage).performanceLevel == .low)
        #expect(try await placement(6, stage).performanceLevel == .medium)
        _ = try await stage.city.psql("update setting set value = 70 where name = 'minimum_performance_weight'")
        // (80·60 + 100·10) / 70.
        let enough = try await placement(6, stage)
        #expect(enough.performance?.value == Score("82.86") && enough.performanceLevel == .high)
        _ = try await stage.city.psql("update setting set value = 100 where name = 'minimum_performance_weight'")
        try await register(.awards, awardsHeader, [], stage)
        #expect(try await placement(4, stage).performanceLevel == .high, "85 of 100 are known")
        try await register(.duties, "nip,namaTim,peran,lingkup,skNomor,skTanggal,mulai,selesai", [], stage)
        // 100·0.6 + 0 + 0 + 80·0.1.
        let whole = try await placement(4, stage)
        #expect(whole.performance == AxisScore(value: Score(68), knownWeight: 100) && whole.performanceLevel == .medium)
    }

    @Test("under 2027.1 the level is the rating's from nothing known to all known, and the worked example stays")
    func levelOfRating() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        try await stage.city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            [SampleFile.rating(4, 1, 1), SampleFile.rating(5, 3, 3), SampleFile.rating(6, 2, 2)],
            to: stage.agencies[0]
        )
        try await stage.run(through: .score)
        let later = try date("2027-01-02")
        func placed(_ number: Int) async throws -> TalentPlacement {
            try await placement(number, stage, on: later)
        }
        let levels = [4: TalentLevel.high, 5: .low, 6: .medium]
        for (number, level) in levels {
            let place = try await placed(number)
            #expect(place.ruleSet == "2027.1" && place.performanceLevel == level)
        }
        // By the score 100·0.6, 20·0.6 and 80·0.6: below expectation, or as expected by a hair.
        try await register(.awards, awardsHeader, [], stage)
        try await register(.duties, "nip,namaTim,peran,lingkup,skNomor,skTanggal,mulai,selesai", [], stage)
        try await register(
            .assessments,
            "NIP,Tanggal Asesmen,Y - Umpan Balik Kinerja 360",
            [4, 5, 6].map { "\(SampleFile.nip($0)),01-02-2026,0" },
            stage,
            isComplete: false
        )
        let rules = try await RuleSets(stage.city.database).find("2027.1")
        for (number, level) in levels {
            let place = try await placed(number)
            #expect(place.performance?.knownWeight == 100 && place.performanceLevel == level)
            #expect(rules.level(of: try #require(place.performance?.value), on: .performance) < level || level == .low)
        }
        let before = try await placement(6, stage)
        #expect(before.ruleSet == "2026.1" && before.performanceLevel == .low)
    }

    @Test("the post and the posts among the inputs are those that began by the day of the placement")
    func postOfTheDay() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let map = TalentMap(stage.city.database)
        let cycle = try await Cycles(stage.city.database).find(stage.code)
        func shown(_ source: TalentSource) async throws -> (post: String, postings: [String]) {
            let found = try await map.placement(of: nip(4), source, agency: stage.agencies[0])
            let listed = try await map.placements(source, in: .agency(stage.agencies[0]), purpose: "test")
            #expect(listed.first { $0.nip == found.placement.nip }?.post == found.placement.post)
            return (found.placement.post, found.evidence.filter { $0.kind == "posting" }.map { $0.title ?? "" })
        }
        let before = try await shown(.cycle(cycle))
        #expect(before.postings == [before.post])
        // A day after the placement the person takes up the post of another.
        _ = try await stage.city.psql(
            """
            update assignment set valid = daterange(lower(valid), '\(day + 1)')
            where employment_id in (\(stage.employment(2)), \(stage.employment(4))) and kind = 'definitive';
            insert into assignment (agency_id, employment_id, post_id, kind, valid)
            select agency_id, \(stage.employment(4)), post_id, kind, daterange('\(day + 1)', null) from assignment
            where employment_id = \(stage.employment(2)) and kind = 'definitive'
            """
        )
        for source in [.cycle(cycle), try await map.source(on: day)] {
            let same = try await shown(source)
            #expect(same.post == before.post && same.postings == before.postings)
        }
        let after = try await shown(try await map.source(on: day + 1))
        #expect(after.post == "Kepala Bidang B" && after.postings == before.postings + ["Kepala Bidang B"])
    }

    @Test("a person's placement belongs to one agency, and no other agency finds the person")
    func ownAgency() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let map = TalentMap(stage.city.database)
        let cycle = try await Cycles(stage.city.database).find(stage.code)
        let nobody = await #expect(throws: CityError.self) {
            _ = try await map.placement(of: nip(4), .cycle(cycle), agency: stage.agencies[1])
        }
        #expect(nobody?.kind == .notFound)
        #expect(try await map.placements(.cycle(cycle), in: .agency(stage.agencies[1]), purpose: "test").isEmpty)
        #expect(try await map.placements(.cycle(cycle), in: .city, purpose: "test").count == 8)
    }
}
