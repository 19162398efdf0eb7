import Personnel
import Testing

@Suite("What a post asks of its new holder")
struct QualificationTests {
    @Test("a rank below the echelon's lowest is refused, one above its highest warned of")
    func rank() throws {
        let rules = try Cases.rules()
        var facts = try Cases.promotion()
        facts.person.rank = GradeRank(code: "III/d")
        let low = try #require(rules.verdict(.rank, facts))
        #expect(low.outcome == .block && low.facts.map(\.description) == ["rank=III/d", "lowest_rank=IV/a"])
        #expect(rules.stops(facts) == ["rank"])
        facts.person.rank = GradeRank(code: "IV/a")
        #expect(rules.outcome(.rank, facts) == .pass)
        facts.person.rank = GradeRank(code: "IV/e")
        #expect(rules.outcome(.rankCeiling, facts) == .warn)
        facts.person.rank = nil
        #expect(rules.outcome(.rank, facts) == .notKnown)
    }

    @Test("an education below that of the title, or of the level where the title does not say, is refused")
    func education() throws {
        let rules = try Cases.rules()
        func facts(_ own: EducationLevel?, title: EducationLevel? = nil) throws -> TransferFacts {
            var facts = try Cases.promotion()
            facts.person.qualification = TitleRequirement.Facts(
                education: own,
                schooling: "S-1 Hukum",
                trainings: [],
                family: nil
            )
            facts.seat.requirement = TitleRequirement(family: nil, education: title, fields: [], trainings: [])
            return facts
        }
        #expect(rules.stops(try facts(.diploma3)) == ["education"])
        #expect(rules.stops(try facts(.diploma4)).isEmpty)
        #expect(rules.stops(try facts(.bachelor, title: .master)) == ["education"])
        let open = try #require(rules.verdict(.education, try facts(nil)))
        #expect(open.outcome == .notKnown && open.missing == [.education] && open.stops)
    }

    @Test("a teacher who is not of the field is not a candidate for a health centre")
    func family() throws {
        let rules = try Cases.rules()
        var facts = try Cases.complete(from: Seats.teacher(), to: Seats.healthCentre())
        facts.seat.requirement = TitleRequirement(
            family: "Kesehatan",
            education: .bachelor,
            fields: ["Kedokteran", "Kesehatan Masyarakat"],
            trainings: ["Manajemen Puskesmas"]
        )
        facts.person.qualification = TitleRequirement.Facts(
            education: .bachelor,
            schooling: "S-1 Pendidikan",
            trainings: [],
            family: "Pendidikan"
        )
        #expect(rules.stops(facts) == ["title_family"])
        #expect(rules.outcome(.field, facts) == .warn && rules.outcome(.training, facts) == .warn)
        let verdict = rules.verdict(.titleFamily, facts)
        #expect(verdict?.facts.map(\.description) == ["family=Pendidikan", "needed_family=Kesehatan"])
        facts.person.qualification = TitleRequirement.Facts(
            education: .bachelor,
            schooling: "S-1 Kesehatan Masyarakat",
            trainings: ["Manajemen Puskesmas 2025"],
            family: nil
        )
        // The family of the seat stands in for that of the title.
        #expect(rules.verdict(.titleFamily, facts)?[.family] == "Pendidikan")
        #expect(rules.stops(facts).isEmpty && rules.outcome(.training, facts) == .pass)
    }

    @Test("what nobody has stated of a title is said and does not stop")
    func unstated() throws {
        let rules = try Cases.rules()
        var facts = try Cases.rotation()
        facts.seat.requirement = nil
        for rule in [TransferRule.field, .training, .titleFamily] {
            let verdict = try #require(rules.verdict(rule, facts))
            #expect(verdict.outcome == .notKnown && !verdict.stops && !verdict.missing.isEmpty)
        }
        #expect(rules.stops(facts).isEmpty)
    }

    @Test("a level is reached from the one below, now or at some time, and not from further down")
    func reach() throws {
        let rules = try Cases.rules()
        var facts = try Cases.complete(from: Seats.clerk(), to: Seats.division())
        facts.person.feederMonths = 0
        let far = try #require(rules.verdict(.levelReach, facts))
        #expect(far.outcome == .block && far[.level] == "pelaksana" && far[.neededLevel] == "administrator")
        facts.person.feederMonths = 36
        #expect(rules.outcome(.levelReach, facts) == .pass)
        facts.person.feederMonths = nil
        #expect(rules.outcome(.levelReach, facts) == .notKnown)
        var next = try Cases.complete(from: Seats.section(), to: Seats.division())
        next.person.feederMonths = 35
        #expect(rules.outcome(.levelReach, next) == .pass)
        // Three years as supervisor are read nowhere in the text: a warning.
        let warned = try #require(rules.verdict(.feederService, next))
        #expect(warned.outcome == .warn && warned.passesFrom?.iso == "2026-07-01")
    }

    @Test("a JPT pratama is at most 56 years old, with five years' experience and two as administrator")
    func jpt() throws {
        let rules = try Cases.rules()
        #expect(rules.stops(try Cases.promotion()).isEmpty)
        var facts = try Cases.promotion()
        facts.person.birthDate = try Cases.day("1969-06-02")
        #expect(rules.verdict(.ageAtAppointment, facts)?[.age] == "56" && rules.stops(facts).isEmpty)
        facts.person.birthDate = try Cases.day("1969-06-01")
        #expect(rules.stops(facts) == ["age_at_appointment"])
        facts = try Cases.promotion()
        facts.person.experienceMonths = 59
        #expect(rules.stops(facts) == ["experience"])
        facts = try Cases.promotion()
        facts.person.feederMonths = 23
        #expect(rules.stops(facts) == ["feeder_service"])
        #expect(rules.verdict(.feederService, facts)?.passesFrom?.iso == "2026-07-01")
        // Of an administrator nobody asks it.
        #expect(rules.verdict(.ageAtAppointment, try Cases.rotation()) == nil)
    }

    @Test("a JPT is filled by open selection or from an approved talent plan, and exchanged after a test")
    func selection() throws {
        let rules = try Cases.rules()
        var facts = try Cases.promotion()
        facts.documents = [try Cases.document(.receivingConsent, "2026-05-01", post: facts.target.name.title)]
        #expect(rules.stops(facts) == ["open_selection"])
        facts.basis = .talentPlan
        #expect(rules.stops(facts).isEmpty)
        facts.city.isTalentApproved = false
        #expect(rules.stops(facts) == ["open_selection"])
        facts.city.isTalentApproved = nil
        #expect(rules.outcome(.openSelection, facts) == .notKnown)
        facts.basis = .agencyNeed
        #expect(rules.outcome(.openSelection, facts) == .block)

        var exchange = try Cases.exchange()
        #expect(rules.stops(exchange).isEmpty)
        exchange.documents = [try Cases.document(.competencyTest, "2023-06-01")]
        #expect(rules.stops(exchange) == ["competency_test"])
        exchange.documents = [try Cases.document(.competencyTest, "2023-06-02")]
        #expect(rules.stops(exchange).isEmpty)
    }

    @Test("a match below 68 bars a promotion to JPT; from there to 80 it is warned of")
    func match() throws {
        let rules = try Cases.rules()
        func facts(_ achieved: [Int]) throws -> TransferFacts {
            var facts = try Cases.promotion()
            facts.person.match = try JobPersonMatch(standard: [5, 5, 5, 5, 5], achieved: achieved, cap: .total)
            return facts
        }
        #expect(rules.outcome(.competencyMatch, try facts([4, 4, 4, 4, 4])) == .pass)
        let near = try #require(rules.verdict(.competencyMatch, try facts([4, 4, 4, 4, 1])))
        #expect(near.outcome == .warn && near.facts.map(\.text) == ["68.00", "MMS"])
        #expect(rules.stops(try facts([4, 4, 4, 4, 0])) == ["competency_match"])
    }
}
