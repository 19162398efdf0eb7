import CityDatabase
import Personnel
import TestSupport
import Testing

/// Distribution of ratings, raters who differ from others, and groups compared: guidance that reveals nobody.
@Suite("Rating quality", .serialized, .timeLimit(.minutes(20)))
struct RatingQualityTests {
    private func quality(_ stage: AppraisalStage) async throws -> RatingQuality {
        RatingQuality(stage.city.database, try await Cycles(stage.city.database).find(stage.code))
    }

    @Test("a distribution is compared with the pattern of the unit's own newest rating, and small units are marked")
    func distributions() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let quality = try await quality(stage)
        let unsaid = try await quality.distributions(in: .city)
        #expect(unsaid.map(\.agency) == [stage.agencies[0].code], "the other agency rated nobody")
        #expect(unsaid[0].ratings == [.baik: 8] && unsaid[0].members == 8 && unsaid[0].unit == nil)
        #expect(unsaid[0].organisation == nil && unsaid[0].findings.isEmpty, "there is no pattern to compare with")

        let appraisals = try await stage.appraisals
        try await appraisals.rateOrganisation(.istimewa, unit: nil, documentNumber: nil)
        try await appraisals.rateOrganisation(.baik, unit: nil, documentNumber: "800/12/2026")
        try await appraisals.rateOrganisation(.istimewa, unit: "B0", documentNumber: nil)
        let rated = try await quality.distributions(in: .agency(stage.agencies[0]))
        // Only the head is in A0, without a rating.
        #expect(
            rated.map { $0.unit?.name } == [nil, "Unit B0", "Unit C0"]
                && rated.map { $0.unit?.id } == [nil, "B0", "C0"]
        )
        #expect(rated.map(\.members) == [8, 4, 4] && rated.map(\.organisation) == [.baik, .istimewa, nil])
        #expect(rated[0].findings.map(\.rule.code) == ["baik_at_most_70", "butuh_perbaikan_or_kurang_more_than_0"])
        #expect(rated[0].findings.allSatisfy { $0.isSmall && $0.isAdvisory && $0.members == 8 })
        #expect(rated[0].findings[0].share == Score(100))
        #expect(rated[1].findings.map(\.rule.code) == ["sangat_baik_more_than_50"] && rated[2].findings.isEmpty)
        _ = try await stage.city.psql("update setting set value = 8 where name = 'distribution_minimum'")
        let large = try await quality.distributions(in: .agency(stage.agencies[0]))
        #expect(large[0].findings.allSatisfy { !$0.isSmall } && large[1].findings.allSatisfy(\.isSmall))
        let unknown = await #expect(throws: CityError.self) {
            try await appraisals.rateOrganisation(.baik, unit: "nowhere", documentNumber: nil)
        }
        #expect(unknown?.kind == .notFound)
    }

    @Test("the version that counts is counted")
    func versions() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let poor = Expectations(workResult: .below, workBehaviour: .below)
        try await stage.appraisals.calibrate(
            AppraisalStage.nip(4),
            poor,
            by: AppraisalStage.nip(1),
            reason: "as the team's"
        )
        let distribution = try await quality(stage).distributions(in: .city)
        #expect(distribution[0].ratings == [.baik: 7, .sangatKurang: 1])
        #expect(
            try await quality(stage).raters(in: .city).isEmpty,
            "of imported ratings without a rater nothing is said"
        )
    }

    @Test("a rater who is severe beyond chance is found, first and with the name, and nobody's rating changes")
    func severeRater() async throws {
        let stage = try await TalentStage.make(people: 900)
        let planted = try await stage.city
            .psql(
                "select rater_nip from rating_event where rater_nip is not null group by 1 order by count(*) desc, 1 limit 1"
            )
            .trimmingLine
        _ = try await stage.city.psql(
            "update rating_event set work_result = 3, work_behaviour = 3 where rater_nip = '\(planted)'"
        )
        try await stage.run()
        let quality = RatingQuality(stage.city.database, try await stage.cycle)
        let raters = try await quality.raters(in: .agency(stage.agencies[0]))
        let first = try #require(raters.first)
        #expect(first.nip == planted && first.severity.isNotable && first.severity.severity > 0)
        #expect(first.severity.rawMean == 5 && first.agency == stage.agencies[0].code && first.name != nil)
        #expect(raters.count > 1 && raters.allSatisfy { abs($0.severity.severity) <= first.severity.severity })
        // For people whom the cycle appraises: not for a person appointed after it opened.
        let given = await Int(
            try stage.city
                .psql(
                    "select count(rater_nip) from appraisal_closing join rating_event using (agency_id, rating_event_id)"
                )
                .trimmingLine
        )
        #expect(raters.reduce(0) { $0 + $1.severity.n } == given)
        #expect(try await stage.city.psql("select count(*) from appraisal_revision") == "0\n")
        // A correction shows no habit of the rater: the first version counts.
        let nip = try await NIP(
            try stage.city
                .psql(
                    """
                    select p.nip from rating_event r join employment e using (agency_id, employment_id)
                    join person p using (agency_id, person_id) where r.rater_nip = '\(planted)' order by p.nip limit 1
                    """
                )
                .trimmingLine
        )
        try await Appraisals(stage.city.database, stage.agencies[0], try await stage.cycle)
            .correct(
                nip,
                Expectations(workResult: .above, workBehaviour: .above),
                by: AppraisalStage.nip(1),
                reason: "heard"
            )
        #expect(try await quality.raters(in: .agency(stage.agencies[0])).first?.severity == first.severity)
    }

    @Test("groups are counted by axis; small cells are hidden, with cells that would reveal them")
    func fairness() async throws {
        let stage = try await TalentStage.make(people: 900, registers: [true, false])
        try await stage.run()
        let quality = RatingQuality(stage.city.database, try await stage.cycle)
        let rules = try await RuleSets(stage.city.database).find("2026.1")
        let small = rules[.smallCell]
        for agency in [nil, stage.agencies[0]] {
            let tables = try await quality.fairness(in: agency.map { .agency($0) } ?? .city)
            #expect(tables.count == (agency == nil ? 6 : 4), "an agency is not compared with itself")
            let filter = agency.map { "where agency_id = \($0.id)" } ?? ""
            let placed = Int(try await stage.city.psql("select count(*) from talent_placement \(filter)").trimmingLine)
            let potential = Int(
                try await stage.city.psql("select count(potential_level) from talent_placement \(filter)").trimmingLine
            )
            for (axis, table) in tables {
                #expect(table.rows.reduce(0) { $0 + $1.n } == (axis == .performance ? placed : potential))
                #expect(table.levels == TalentLevel.allCases.map(\.code))
                for row in table.rows + [table.all] {
                    let hidden = row.cells.filter { $0.count == nil }
                    #expect(
                        row.cells.allSatisfy { $0.count.map { $0 >= small } ?? true },
                        "\(table.dimension) \(row.name)"
                    )
                    #expect(hidden.count != 1, "one alone follows from the row's total")
                    #expect(hidden.allSatisfy { $0.share == nil && $0.difference == nil })
                    if !hidden.isEmpty { #expect(row.meanLevel == nil && row.meanDifference == nil) }
                    if row.isSmall { #expect(row.n < small && hidden.count == row.cells.count) }
                }
            }
            let hidden = tables.flatMap(\.table.rows).flatMap(\.cells).filter { $0.count == nil }
            #expect(!hidden.isEmpty && hidden.count < tables.flatMap(\.table.rows).flatMap(\.cells).count)
        }
    }

    @Test("people are counted by level of performance on either basis, and the map's levels are those in force")
    func bases() async throws {
        let stage = try await TalentStage.make(people: 900, registers: [true, false])
        try await stage.run()
        let quality = RatingQuality(stage.city.database, try await stage.cycle)
        for agency in [nil, stage.agencies[0]] {
            let bases = try await quality.performanceBases(in: agency.map { .agency($0) } ?? .city)
            let filter = agency.map { "where agency_id = \($0.id)" } ?? ""
            let levels = try await stage.city
                .psql(
                    "select performance_level, count(*) from talent_placement \(filter) group by 1 order by 1"
                )
                .split(separator: "\n").map { $0.split(separator: "|").compactMap { Int($0) } }
            #expect(bases.inForce == .score && bases.people == levels.reduce(0) { $0 + $1[1] })
            for level in levels {
                let shown = bases.byScore[level[0] - 1]
                #expect(shown == nil || shown == level[1])
            }
            #expect(bases.byScore.contains { $0 != nil })
        }
    }
}
