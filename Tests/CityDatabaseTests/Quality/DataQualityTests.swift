import CityDatabase
import Personnel
import Population
import TestSupport
import Testing
import Texts

/// Each indicator finds its offender and nobody else: beside every offender there is a twin who is just right.
@Suite("Data quality", .serialized, .timeLimit(.minutes(20)))
struct DataQualityTests {
    private let day = TalentStage.day
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    /// The agency's nine people are all rated, of rank IV/a and with a bachelor's degree: nothing is wrong.
    private func stage() async throws -> AppraisalStage {
        let stage = try await AppraisalStage.make()
        try await stage.city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            [SampleFile.rating(1, 2, 2)],
            to: stage.agencies[0]
        )
        _ = try await stage.city.psql("update person set grade_rank_id = 41")
        try await stage.run(through: .score)
        for (indicator, offenders) in try await DataQuality(stage.city.database)
            .offenders(in: .agency(stage.agencies[0]), on: day)
        {
            #expect(offenders.isEmpty, "\(indicator) before anything is planted")
        }
        return stage
    }

    private func offenders(
        _ indicator: DataQuality.Indicator,
        _ stage: AppraisalStage,
        on other: CivilDate? = nil,
        agency: Int = 0
    ) async throws -> [DataQuality.Offender] {
        let found = try await DataQuality(stage.city.database)
            .offenders(in: .agency(stage.agencies[agency]), on: other ?? day, only: [indicator])
        #expect(found.map(\.indicator) == [indicator])
        return try #require(found.first).offenders
    }

    private func set(_ stage: AppraisalStage, _ number: Int, _ columns: String) async throws {
        _ = try await stage.city.psql("update person set \(columns) where nip = '\(SampleFile.nip(number))'")
    }

    private func setPost(_ stage: AppraisalStage, _ number: Int, _ columns: String) async throws {
        _ = try await stage.city.psql(
            """
            update post set \(columns) where post_id = (
                select post_id from assignment where employment_id = \(stage.employment(number)) and kind = 'definitive'
            )
            """
        )
    }

    /// Expects only person 4, with a name, and no twin.
    private func expectOnly(
        _ number: Int = 4,
        _ indicator: DataQuality.Indicator,
        _ stage: AppraisalStage,
        on other: CivilDate? = nil,
        what: String = ""
    ) async throws {
        let found = try await offenders(indicator, stage, on: other)
        #expect(found.map(\.nip) == [SampleFile.nip(number)], "\(indicator)")
        #expect(
            found.allSatisfy { $0.agency == stage.agencies[0].code && $0.name != nil && $0.what.english.contains(what) }
        )
    }

    @Test("COM_1: no rating of a cycle that ended in the last two years, for people who served that long")
    func noRating() async throws {
        let stage = try await stage()
        _ = try await stage.city.psql(
            "delete from appraisal_score where employment_id in (\(stage.employment(4)), \(stage.employment(5)))"
        )
        try await set(stage, 4, "appointed_on = '2024-10-16'")
        try await set(stage, 5, "appointed_on = '2024-10-17'")
        try await expectOnly(4, .noRating, stage)
        // The quarter's last day is the last of September.
        #expect(try await offenders(.noRating, stage, on: date("2028-09-30")).count == 2)
        #expect(try await offenders(.noRating, stage, on: date("2028-10-01")).count == 9)
        #expect(try await offenders(.noRating, stage, agency: 1).count == 9, "the other agency rated nobody")
    }

    @Test("COM_1: people who were rated in a former agency are rated")
    func ratedElsewhere() async throws {
        let stage = try await stage()
        try await stage.moveToTheOther(on: "2026-10-16")
        let found = try await offenders(.noRating, stage, agency: 1)
        #expect(found.count == 9 && !found.contains { $0.nip == SampleFile.nip(4) })
        #expect(try await offenders(.noRating, stage).isEmpty)
    }

    @Test(
        "COM_2: a structural post without a definitive holder; an acting one does not fill it; executors' may be empty"
    )
    func vacantPost() async throws {
        let stage = try await stage()
        _ = try await stage.city.psql(
            """
            update assignment set valid = daterange(lower(valid), '\(day)') where employment_id = \(stage.employment(2));
            insert into assignment (agency_id, employment_id, post_id, kind, valid)
            select agency_id, \(stage.employment(3)), post_id, 'acting', '[2026-10-16,)' from assignment
            where employment_id = \(stage.employment(2));
            insert into post (agency_id, org_unit_id, title, position_level)
            select agency_id, org_unit_id, 'Arsiparis', 'pelaksana' from org_unit
            """
        )
        let found = try await offenders(.vacantPost, stage)
        #expect(found.map(\.what.english) == ["Kepala Bidang B, Unit B0"])
        #expect(found.allSatisfy { $0.nip == nil && $0.name == nil })
        #expect(try await offenders(.vacantPost, stage, on: day + -1).isEmpty, "he held it to the day before")
    }

    @Test("TIM_1: a unit with posts without holders; not one without posts, and not one that acting officials hold")
    func emptyUnit() async throws {
        let stage = try await stage()
        let agency = stage.agencies[0].id
        _ = try await stage.city.psql(
            """
            insert into org_unit (agency_id, siasn_id, name) values
                (\(agency), 'D', 'Unit D'), (\(agency), 'E', 'Unit E'), (\(agency), 'F', 'Unit F');
            insert into post (agency_id, org_unit_id, title, position_level)
            select agency_id, org_unit_id, 'Pengadministrasi', 'pelaksana' from org_unit where siasn_id in ('D', 'F');
            insert into assignment (agency_id, employment_id, post_id, kind, valid)
            select t.agency_id, \(stage.employment(4)), t.post_id, 'acting', '[2026-01-01,)'
            from post t join org_unit u using (agency_id, org_unit_id) where u.siasn_id = 'F'
            """
        )
        #expect(try await offenders(.emptyUnit, stage).map(\.what.english) == ["Unit D"])
        #expect(
            try await offenders(.emptyUnit, stage, on: date("2025-12-31")).map(\.what.english) == ["Unit D", "Unit F"]
        )
    }

    @Test("TIM_4: two holders of one structural post, both of them; an executors' post may have many")
    func doubleHolder() async throws {
        let stage = try await stage()
        _ = try await stage.city.psql(
            """
            -- An older version let it in.
            set session_replication_role = replica;
            update assignment set post_id = (select post_id from assignment where employment_id = \(stage.employment(2)))
            where employment_id = \(stage.employment(5))
            """
        )
        let found = try await offenders(.doubleHolder, stage)
        #expect(found.map(\.nip) == [SampleFile.nip(2), SampleFile.nip(5)])
        #expect(found.allSatisfy { $0.what.english == "Kepala Bidang B" })
        _ = try await stage.city.psql(
            "update assignment set valid = '[2026-10-17,)' where employment_id = \(stage.employment(5))"
        )
        #expect(try await offenders(.doubleHolder, stage).isEmpty, "one after the other")
    }

    @Test("TIM_5: from the first day of the month after the birthday, by the age of the post")
    func pastRetirement() async throws {
        let stage = try await stage()
        let first = try date("2026-10-01")
        try await set(stage, 4, "birth_date = '1968-09-30'")
        try await set(stage, 5, "birth_date = '1968-10-01'")
        try await expectOnly(4, .pastRetirement, stage, on: first, what: "2026-10-01")
        #expect(try await offenders(.pastRetirement, stage, on: first + -1).isEmpty)
        // The head of an agency retires two years later.
        try await set(stage, 4, "birth_date = '1980-01-05'")
        try await set(stage, 1, "birth_date = '1966-09-30'")
        try await set(stage, 2, "birth_date = '1968-10-01'")
        try await expectOnly(1, .pastRetirement, stage, on: first)
        // The same as Personnel's.
        #expect(Retirement.date(birth: try date("1968-09-30"), age: 58) == first)
    }

    @Test("TIM_5: a functional post has the age of its kind or tier, as Personnel states it")
    func functionalAges() async throws {
        let stage = try await stage()
        let first = try date("2028-04-01")
        let functional = PositionLevel.fungsional
        // The reference is the age in the post's own row in SIASN, which teachers have in every tier.
        let posts: [(title: String, level: PositionLevel, tier: FunctionalTier?, reference: Int?, age: Int)] = [
            ("Guru Ahli Madya", functional, .madya, 60, 60), ("Guru Ahli Muda", functional, .muda, 60, 60),
            ("Guru Ahli Utama", functional, .utama, 60, 60), ("Dokter Ahli Utama", functional, .utama, nil, 65),
            ("dokter ahli madya", functional, .madya, nil, 60), ("Dokter Ahli Muda", functional, .muda, nil, 58),
            ("Auditor Ahli Pertama", functional, .pertama, nil, 58),
            ("Perawat Penyelia", functional, .penyelia, nil, 58),
            ("Arsiparis Terampil", functional, .terampil, nil, 58), ("Instruktur", functional, nil, nil, 58),
            ("Kepala Dinas", .jptPratama, nil, nil, 60), ("Staf Ahli Utama", .jptPratama, nil, nil, 60),
            ("Sekretaris", .administrator, nil, nil, 58), ("Guru Ahli Madya", .pelaksana, nil, nil, 58),
        ]
        try await set(stage, 4, "birth_date = '1968-03-04'")
        for post in posts {
            let age = Retirement.age(level: post.level, tier: post.tier, reference: post.reference)
            let retires = try #require(Retirement.date(birth: try date("1968-03-04"), age: age))
            #expect(age == post.age && (age != 60 || retires == first), "\(post.title)")
            let row = try await stage.city.psql(
                """
                select retirement_age(retirement_age, position_level, '\(post.title)') from position_level
                where position_level = '\(post.level.code)'
                """
            )
            #expect(row == "\(age)\n", "\(post.title)")
        }
        try await setPost(stage, 4, "position_level = 'fungsional', title = 'Guru Ahli Madya'")
        #expect(try await offenders(.pastRetirement, stage, on: first + -1).allSatisfy { $0.nip != SampleFile.nip(4) })
        #expect(try await offenders(.pastRetirement, stage, on: first).contains { $0.nip == SampleFile.nip(4) })
        let holders = try await Workforce(stage.city.database, asOf: day)
            .holders(in: .agency(stage.agencies[0]), purpose: "test")
        #expect(holders.first { $0.nip == SampleFile.nip(4) }?.retiresOn == first)
        let figures = try await Workforce(stage.city.database, asOf: day).figures(in: .agency(stage.agencies[0]))
        #expect(figures.retirements[2028] == 1)
        let vacancies = { (end: CivilDate) in
            try await Workforce(stage.city.database, asOf: day).vacancies(in: .agency(stage.agencies[0]), by: end)
                .filter { $0.post == "Guru Ahli Madya" }.map(\.retiring)
        }
        #expect(try await vacancies(first + -1).allSatisfy { $0 == 0 })
        #expect(try await vacancies(first) == [1])
    }

    @Test("TIM_6: on unpaid leave by the legal status, after the last leave ended")
    func leaveEnded() async throws {
        let stage = try await stage()
        for (number, status, end) in [
            (4, "CLTN", "2026-10-15"), (5, "CLTN", "2026-10-16"), (6, "Aktif", "2026-10-15"),
            (7, "Pemberhentian Sementara", "2026-10-15"),
        ] {
            try await set(stage, number, "legal_status = '\(status)'")
            _ = try await stage.city.psql(
                """
                insert into evidence (agency_id, employment_id, kind, level, occurred_on, ended_on)
                select agency_id, employment_id, 'unpaid_leave', 'cltn', '2024-01-01', '\(end)'
                from employment where employment_id = \(stage.employment(number))
                """
            )
        }
        // Without a leave on record no leave can have ended.
        try await set(stage, 8, "legal_status = 'CLTN'")
        try await expectOnly(4, .leaveEnded, stage, what: "CLTN")
        // A leave that was taken back does not count.
        _ = try await stage.city.psql(
            "update evidence set withdrawn_at = now() where employment_id = \(stage.employment(4))"
        )
        #expect(try await offenders(.leaveEnded, stage).isEmpty)
    }

    @Test("ACC_1: confirmed before the appointment; on the same day is right")
    func confirmedBeforeAppointed() async throws {
        let stage = try await stage()
        try await set(stage, 4, "confirmed_on = '2005-02-28'")
        try await set(stage, 5, "confirmed_on = '2005-03-01'")
        try await expectOnly(4, .confirmedBeforeAppointed, stage, what: "2005-02-28")
    }

    @Test("ACC_3: less than two years of service in a structural post")
    func structuralTooSoon() async throws {
        let stage = try await stage()
        try await set(stage, 2, "appointed_on = '2024-10-17'")
        try await set(stage, 3, "appointed_on = '2024-10-16'")
        try await set(stage, 4, "appointed_on = '2026-01-01'")
        try await expectOnly(2, .structuralTooSoon, stage, what: "Kepala Bidang B")
    }

    @Test("ACC_6: below D-IV from administrator up, below D-III as pengawas")
    func structuralEducation() async throws {
        let stage = try await stage()
        try await set(stage, 2, "education_level_id = 30")
        try await set(stage, 3, "education_level_id = 35")
        try await set(stage, 4, "education_level_id = 15")
        try await expectOnly(2, .structuralEducation, stage, what: "Kepala Bidang B")
        try await setPost(stage, 2, "position_level = 'pengawas', echelon = 41")
        #expect(try await offenders(.structuralEducation, stage).isEmpty)
        try await set(stage, 2, "education_level_id = 25")
        try await expectOnly(2, .structuralEducation, stage)
    }

    @Test("ACC_8: below D-III in a functional post")
    func functionalEducation() async throws {
        let stage = try await stage()
        try await setPost(stage, 4, "position_level = 'fungsional', title = 'Arsiparis Terampil'")
        try await set(stage, 4, "education_level_id = 25")
        try await set(stage, 5, "education_level_id = 30")
        try await set(stage, 7, "education_level_id = 15")
        try await expectOnly(4, .functionalEducation, stage, what: "Arsiparis")
    }

    @Test("ACC_10: a rank below the lowest of the echelon, of each echelon that has one")
    func rankTooLow() async throws {
        let stage = try await stage()
        for echelon in Echelon.all {
            guard let lowest = echelon.ranks?.lowerBound else { continue }
            for number in [2, 3] {
                try await setPost(stage, number, "echelon = \(echelon.id), position_level = '\(echelon.level.code)'")
            }
            let below = try #require((11..<lowest.id).last { GradeRank(id: $0) != nil })
            try await set(stage, 2, "grade_rank_id = \(below)")
            try await set(stage, 3, "grade_rank_id = \(lowest.id)")
            try await set(stage, 4, "grade_rank_id = 21")
            try await expectOnly(2, .rankTooLow, stage, what: "rank ")
        }
    }

    @Test("CON_1 to CON_4: the NIP differs in appointment, birth, sex or contract")
    func consistency() async throws {
        let stage = try await stage()
        try await set(stage, 4, "appointed_on = '2005-04-01'")
        try await set(stage, 5, "appointed_on = '2005-03-31'")
        try await expectOnly(4, .appointmentDiffers, stage, what: "2005-04-01")
        #expect(try await offenders(.contractYearDiffers, stage).isEmpty, "not under contract")

        try await set(stage, 6, "birth_date = birth_date + 1")
        try await expectOnly(6, .birthDiffers, stage)
        try await set(stage, 7, "sex = 'female'")
        try await expectOnly(7, .sexDiffers, stage)

        try await set(stage, 8, "kind = 'contract', appointed_on = '2006-01-01'")
        try await set(stage, 9, "kind = 'contract', appointed_on = '2005-12-31'")
        try await expectOnly(8, .contractYearDiffers, stage, what: "2006-01-01")
        try await expectOnly(4, .appointmentDiffers, stage)
    }

    @Test("in a generated agency gaps of its files are counted, and faults that the importer refuses do not occur")
    func generated() async throws {
        let stage = try await TalentStage.make(people: 900)
        try await stage.run()
        let quality = DataQuality(stage.city.database)
        let found = try await quality.offenders(in: .agency(stage.agencies[0]), on: day)
        #expect(found.map(\.indicator) == DataQuality.Indicator.allCases)
        let counts = Dictionary(uniqueKeysWithValues: found.map { ($0.indicator, $0.offenders.count) })
        let people = try RuleSets.rows(Array(stage.files[0].people.utf8))
        let posts = try RuleSets.rows(Array(stage.files[0].posts.utf8))
        let ratings = Set(try RuleSets.rows(Array(stage.files[0].ratings.utf8)).compactMap { $0["nip"] })
        let twoYears = day.adding(months: -24)
        let unrated = people.filter { person in
            let nip = String(person["nip_baru", default: ""].drop { $0 == "'" })
            guard let appointed = CivilDate(siasn: person["tmt_cpns", default: ""]) else { return false }
            return !ratings.contains(nip) && appointed <= twoYears
        }
        #expect(counts[.noRating] == unrated.count && !unrated.isEmpty)
        #expect(counts[.vacantPost] == posts.filter { ["", "null"].contains($0["nipBaru", default: ""]) }.count)
        for indicator in [
            DataQuality.Indicator.doubleHolder, .leaveEnded, .confirmedBeforeAppointed, .appointmentDiffers,
            .birthDiffers,
            .sexDiffers, .contractYearDiffers,
        ] {
            #expect(counts[indicator] == 0, "\(indicator)")
        }
        #expect(counts.values.reduce(0, +) < people.count)
        // The whole city is the sum of its agencies; the reading is in the audit trail.
        let whole = try await quality.offenders(in: .city, on: day)
        #expect(whole.map(\.offenders.count) == found.map(\.offenders.count))
        #expect(try await stage.city.psql("select count(*) from audit_event where purpose = 'quality'") == "2\n")
    }

    @Test("the dimensions have BKN's weights")
    func dimensions() {
        let weights = Dictionary(DataQuality.Indicator.allCases.map(\.dimension)) { first, _ in first }
        #expect(weights == ["completeness": 28, "timeliness": 31, "accuracy": 30, "consistency": 11])
    }
}
