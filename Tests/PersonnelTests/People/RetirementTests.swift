import Personnel
import Testing

@Suite("Retirement")
struct RetirementTests {
    @Test(
        "takes effect on the first of the month after the birthday",
        arguments: [
            ("1968-05-17", 58, "2026-06-01"), ("1968-05-01", 58, "2026-06-01"), ("1968-05-31", 58, "2026-06-01"),
            ("1968-12-31", 58, "2027-01-01"), ("1968-12-01", 60, "2029-01-01"), ("1968-02-29", 58, "2026-03-01"),
            ("1968-02-29", 60, "2028-03-01"), ("1961-01-31", 65, "2026-02-01"),
        ]
    )
    func dates(birth: String, age: Int, date: String) throws {
        #expect(Retirement.date(birth: try #require(CivilDate(iso: birth)), age: age)?.iso == date)
    }

    @Test("is on a first of the month, at most a month after the birthday, whoever is born when")
    func everyBirthday() throws {
        let first = try #require(CivilDate(iso: "1960-01-01"))
        for days in 0..<3_000 {
            let birth = first + days
            let date = try #require(Retirement.date(birth: birth, age: 58))
            #expect(date.day == 1 && birth.completedYears(until: date) == 58)
            #expect((1...31).contains(date - birth.adding(months: 58 * 12)))
        }
    }

    @Test("has no date at an age of 0, nor at another that is none")
    func noAge() throws {
        let birth = try #require(CivilDate(iso: "1968-05-17"))
        for age in [0, -1, 101, Int.max] { #expect(Retirement.date(birth: birth, age: age) == nil) }
    }

    @Test("has the age of the post's reference row, else of its tier, else of its level")
    func ages() {
        #expect(PositionLevel.allCases.map { Retirement.ages[$0] } == [60, 60, 60, 58, 58, 58, 58])
        #expect(FunctionalTier.allCases.map { Retirement.tierAges[$0] } == [58, 58, 58, 58, 58, 58, 60, 65])
        #expect(Retirement.age(level: .jptPratama) == 60)
        #expect(Retirement.age(level: .fungsional) == 58)
        #expect(Retirement.age(level: .fungsional, tier: .madya) == 60)
        #expect(Retirement.age(level: .fungsional, tier: .utama, reference: 60) == 60)
        #expect(Retirement.age(level: .fungsional, tier: .utama, reference: 70) == 70)
        // Two rows of SIASN's reference hold 0.
        #expect(Retirement.age(level: .fungsional, tier: .madya, reference: 0) == 60)
        #expect(Retirement.age(level: .pelaksana, reference: 0) == 58)
    }
}
