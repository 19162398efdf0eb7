import CityDatabase
import Personnel
import TestSupport
import Testing
import Texts

/// Candidates for critical posts, and people who are due for a transfer, retire, or leave a post vacant.
@Suite("Succession", .serialized, .timeLimit(.minutes(20)))
struct SuccessionTests {
    private let day = TalentStage.day
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    /// The heads of sections of both agencies, 2, 3, 102 and 103, in box 8 like all the others, of rank IV/a; the
    /// scores of potential fall from the first to the last of them.
    private func stage() async throws -> AppraisalStage {
        let stage = try await AppraisalStage.make()
        try await stage.city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            (102...109).map { SampleFile.rating($0, 2, 2) },
            to: stage.agencies[1]
        )
        for (agency, numbers) in [(0, 1...9), (1, 101...109)] {
            try await stage.city.importLines(
                .assessments,
                SampleFile.assessmentsHeader,
                numbers.map { SampleFile.assessment($0, "90", [2: "100", 3: "98", 102: "96", 103: "94"][$0] ?? "90") },
                to: stage.agencies[agency]
            )
        }
        _ = try await stage.city.psql("update person set grade_rank_id = 41")
        try await stage.run(through: .place)
        return stage
    }

    private struct Ranking {
        let successors: [Succession.Successor]

        /// Numbers of the stage, in the order of their places.
        var numbers: [Int] { successors.compactMap(number) }
        private func number(_ successor: Succession.Successor) -> Int? {
            ((1...9).map { $0 } + (101...109)).first { SampleFile.nip($0) == successor.candidate.nip }
        }

        func flags(_ number: Int) -> [String] {
            successors.first { self.number($0) == number }?.flags.map(\.english) ?? ["not ranked"]
        }
    }

    private func rank(
        _ stage: AppraisalStage,
        for title: String = "Kepala Dinas",
        agency: Int = 0
    ) async throws -> Ranking {
        let succession = Succession(stage.city.database)
        let cycle = try await Cycles(stage.city.database).find(stage.code)
        let posts = try await succession.criticalPosts(in: .agency(stage.agencies[agency]), on: day)
        let post = try #require(posts.first { $0.title == title })
        let rules = try await RuleSets(stage.city.database).find(cycle.ruleSet)
        let candidates = try await succession.candidates(.cycle(cycle), on: day, rules: rules)
        let ranked = Succession.ranked(candidates, for: post, rules: rules, on: day)
        #expect(ranked.map(\.place) == Array(1...max(1, ranked.count)).prefix(ranked.count).map { $0 })
        return Ranking(successors: ranked)
    }

    @Test("teachers are not candidates for the head of a health centre, whatever their box; a doctor is")
    func otherFamily() async throws {
        let stage = try await stage()
        func present(_ numbers: [Int], _ title: String, _ education: String) async throws {
            _ = try await stage.city.psql(
                """
                update person set education = '\(education)', education_level_id = 40
                where nip in (\(numbers.map { "'\(SampleFile.nip($0))'" }.joined(separator: ", ")));
                update post t set title = '\(title)'
                from assignment a join employment e using (agency_id, employment_id)
                join person p using (agency_id, person_id)
                where t.agency_id = a.agency_id and t.post_id = a.post_id and a.kind = 'definitive'
                    and p.nip in (\(numbers.map { "'\(SampleFile.nip($0))'" }.joined(separator: ", ")))
                """
            )
        }
        try await present([2, 3, 102], "Guru Ahli Madya", "S-1 Pendidikan")
        try await present([103], "Dokter Ahli Madya", "Profesi Dokter")
        _ = try await stage.city.psql(
            "update post set title = 'Kepala Puskesmas Medan Kota', is_critical = true where title = 'Kepala Dinas'"
        )
        let ranking = try await rank(stage, for: "Kepala Puskesmas Medan Kota")
        #expect(ranking.numbers == [103])
    }

    @Test("from the talent pool: people at the level or the one below, by box, score, time in post; never the holder")
    func order() async throws {
        let stage = try await stage()
        let ranking = try await rank(stage)
        // The head of the other agency was never rated and is in no box.
        #expect(ranking.numbers == [2, 3, 102, 103])
        #expect(
            ranking.successors.allSatisfy {
                $0.isEligible && $0.reasons.map(\.english).contains("promotion")
                    && $0.reasons.map(\.indonesian).contains("kotak 8")
            }
        )
        #expect(ranking.successors[0].reasons.contains { $0.english == "68 months in post" })
        let rules = try await RuleSets(stage.city.database).find("2026.1")
        #expect(
            ranking.successors.prefix(rules[.criticalSuccessors]).count == 3,
            "so many each critical post should have"
        )

        // A higher box comes before a higher score; among equals the longer time in the post, and then the lower NIP.
        try await stage.appraisals(of: 1)
            .correct(
                AppraisalStage.nip(103),
                Expectations(workResult: .above, workBehaviour: .above),
                by: AppraisalStage.nip(1),
                reason: "typing error"
            )
        #expect(try await rank(stage).numbers == [103, 2, 3, 102])
        _ = try await stage.city.psql(
            """
            update talent_placement set potential_score = 90, performance_score = 80, box = 8;
            update assignment set valid = '[2021-01-01,)' where employment_id = \(stage.employment(102))
            """
        )
        #expect(try await rank(stage).numbers == [102, 2, 3, 103])
    }

    @Test("people who fail a condition are still ranked, after the others, with the reason")
    func flags() async throws {
        let stage = try await stage()
        func set(_ statement: String) async throws { _ = try await stage.city.psql(statement) }
        func post(_ number: Int, since: String) async throws {
            try await set(
                "update assignment set valid = '[\(since),)' where employment_id = \(stage.employment(number))"
            )
        }
        func born(_ number: Int, _ date: String) async throws {
            try await set("update person set birth_date = '\(date)' where nip = '\(SampleFile.nip(number))'")
        }
        // Two years in the post are needed, to the day.
        try await post(2, since: "2024-10-17")
        var ranking = try await rank(stage)
        #expect(ranking.numbers == [3, 102, 103, 2] && ranking.flags(2) == ["in post 23 months, 24 needed"])
        try await post(2, since: "2024-10-16")
        ranking = try await rank(stage)
        #expect(ranking.numbers == [2, 3, 102, 103] && ranking.flags(2).isEmpty)

        // Eleven months before retirement are too few, twelve are enough.
        try await born(2, "1969-09-20")
        #expect(try await rank(stage).flags(2) == ["retires on 2027-10-01"])
        try await born(2, "1969-10-01")
        #expect(try await rank(stage).flags(2).isEmpty)

        // A sanction counts to its last day.
        func sanction(_ number: Int, to end: String) async throws {
            try await set(
                """
                delete from evidence where kind = 'discipline';
                insert into evidence (agency_id, employment_id, kind, level, title, occurred_on, ended_on)
                select agency_id, employment_id, 'discipline', 'medium', 'planted', '2026-01-01', '\(end)'
                from employment where employment_id = \(await stage.employment(number))
                """
            )
        }
        try await sanction(3, to: "2026-10-16")
        ranking = try await rank(stage)
        #expect(ranking.numbers == [2, 102, 103, 3] && ranking.flags(3) == ["serves a disciplinary sanction"])
        try await sanction(3, to: "2026-10-15")
        #expect(try await rank(stage).flags(3).isEmpty)

        // The lowest rank of echelon II.b is IV/a.
        try await set("update person set grade_rank_id = 34 where nip = '\(SampleFile.nip(102))'")
        try await set("update person set grade_rank_id = null where nip = '\(SampleFile.nip(103))'")
        ranking = try await rank(stage)
        #expect(ranking.flags(102).count == 1 && ranking.flags(102)[0].hasPrefix("rank "))
        #expect(ranking.flags(103).count == 1 && ranking.flags(103)[0].hasPrefix("no rank"))
        #expect(ranking.numbers == [2, 3, 102, 103])
        // Several at once are all listed.
        try await post(103, since: "2026-01-01")
        try await sanction(103, to: "2027-01-01")
        #expect(try await rank(stage).flags(103).count == 3)
    }

    @Test("a match below 68 is a flag; one that is not known is said, and is no flag")
    func match() async throws {
        let stage = try await stage()
        // The post is a JPT pratama's, whose usual level is 4.
        func assess(_ number: Int, _ levels: [Int], on day: String = "2026-01-01") async throws {
            let values = zip(Competency.allCases, levels).map { "('\($0.code)', '\($1)')" }.joined(separator: ", ")
            _ = try await stage.city.psql(
                """
                insert into evidence (agency_id, employment_id, kind, level, title, occurred_on)
                select e.agency_id, e.employment_id, 'competency_level', v.level, v.name, '\(day)'
                from employment e, (values \(values)) v (name, level)
                where e.employment_id = \(await stage.employment(number))
                """
            )
        }
        try await assess(2, [3, 3, 3, 3, 3, 3, 2, 2, 2])
        try await assess(3, [3, 3, 3, 3, 3, 3, 3, 3, 3])
        try await assess(102, [5, 5, 5, 5, 5, 5, 5, 5])
        // One day more than three years ago: no longer valid.
        try await assess(103, [1, 1, 1, 1, 1, 1, 1, 1, 1], on: "2023-10-16")
        var ranking = try await rank(stage)
        #expect(ranking.numbers == [3, 102, 103, 2])
        #expect(ranking.flags(2) == ["match 66.67, below 68 (KMS)"])
        let said = ranking.successors.map { $0.reasons.last?.english ?? "" }
        #expect(said[0] == "match 75.00 (MMS) by the usual standard, for the post has none of its own")
        #expect(said[1] == "match not known: 1 of 9 competencies not assessed")
        #expect(said[2] == "match not known: 9 of 9 competencies not assessed")
        #expect(ranking.successors.map(\.match.value?.value.description) == ["75.00", nil, nil, "66.67"])

        // The post's own standard, and the one that follows it from a day on.
        func ask(_ level: Int, from first: String, to last: String? = nil) async throws {
            _ = try await stage.city.psql(
                """
                insert into competency_standard (agency_id, post_id, competency, valid_from, valid_to, level)
                select agency_id, post_id, 'communication', '\(first)', \(last.map { "'\($0)'" } ?? "null"), \(level)
                from post where title = 'Kepala Dinas' and agency_id = \(stage.agencies[0].id)
                """
            )
        }
        try await ask(3, from: "2025-01-01")
        try await ask(5, from: "2026-10-17")
        ranking = try await rank(stage)
        #expect(ranking.numbers == [2, 3, 102, 103] && ranking.flags(2).isEmpty)
        #expect(ranking.successors[0].reasons.last?.english == "match 100.00 (MS)")
        try await ask(5, from: "2026-10-16", to: "2026-10-16")
        ranking = try await rank(stage)
        #expect(ranking.flags(2) == ["match 60.00, below 68 (KMS)"], "\(ranking.successors.map(\.flags))")
    }

    @Test("critical are JPT posts, heads of districts, health centres and hospitals, and posts that the city marks")
    func criticalPosts() async throws {
        let stage = try await stage()
        let succession = Succession(stage.city.database)
        #expect(
            try await succession.criticalPosts(in: .city, on: day).map(\.title) == ["Kepala Dinas", "Kepala Dinas"]
        )
        for (title, isCritical) in [
            ("Camat Medan Kota", true), ("Kepala Puskesmas Teladan", true), ("Kepala UPT Puskesmas Helvetia", true),
            ("Direktur RSUD Pirngadi", true), ("Sekretaris Camat", false), ("Kepala Bidang", false),
        ] {
            let answer = try await stage.city.psql("select is_critical_post(false, 'administrator', '\(title)')")
            #expect(answer == (isCritical ? "t\n" : "f\n"), "\(title)")
        }
        let post = try await #require(
            Int64(
                try stage.city
                    .psql(
                        "select post_id from post where title = 'Kepala Bidang C' and agency_id = \(stage.agencies[0].id)"
                    )
                    .trimmingLine
            )
        )
        let agency = stage.agencies[0]
        #expect(try await succession.mark(post, agency: agency, isCritical: true))
        #expect(try await !succession.mark(post, agency: agency, isCritical: true), "it was so already")
        let posts = try await succession.criticalPosts(in: .agency(agency), on: day)
        #expect(posts.map(\.isMarked) == [false, true] && posts.last?.holders == [SampleFile.nip(3)])
        // For a level with nobody below in the pool, people at the level itself are listed.
        #expect(try await rank(stage, for: "Kepala Bidang C").numbers == [2, 102, 103])
        let foreign = await #expect(throws: CityError.self) {
            _ = try await succession.mark(post, agency: stage.agencies[1], isCritical: false)
        }
        #expect(foreign?.kind == .notFound)
        #expect(try await succession.mark(post, agency: agency, isCritical: false))
        _ = try await stage.city.psql(
            "update assignment set valid = daterange(lower(valid), '\(day)') where employment_id = \(stage.employment(1))"
        )
        #expect(try await succession.criticalPosts(in: .agency(agency), on: day).map(\.holders) == [[]])
        #expect(
            try await succession.criticalPosts(in: .agency(agency), on: day + -1).map(\.holders) == [
                [SampleFile.nip(1)]
            ]
        )
    }

    // MARK: - Workforce

    @Test("a post is listed from the day on which a retirement frees it, and while a seat is free")
    func vacancies() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        let workforce = Workforce(stage.city.database, asOf: day)
        #expect(try await workforce.vacancies(in: .city, by: day).isEmpty)
        // A head of a section retires at 58, a head of an agency at 60, each on the first day of the next month.
        _ = try await stage.city.psql(
            """
            update person set birth_date = '1968-12-05' where nip = '\(SampleFile.nip(2))';
            update person set birth_date = '1966-12-31' where nip = '\(SampleFile.nip(1))'
            """
        )
        #expect(try await workforce.vacancies(in: .city, by: try date("2026-12-31")).isEmpty)
        let freed = try await workforce.vacancies(in: .city, by: try date("2027-01-01"))
        #expect(freed.map(\.post) == ["Kepala Dinas", "Kepala Bidang B"], "the highest level first")
        #expect(freed.allSatisfy { $0.seats == 1 && $0.held == 1 && $0.retiring == 1 })
        #expect(freed.map(\.isCritical) == [true, false])
        let holders = try await workforce.holders(in: .agency(stage.agencies[0]), purpose: "test")
        #expect(holders.count == 9)
        #expect(holders.filter { $0.retiresOn == (try? date("2027-01-01")) }.count == 2)

        _ = try await stage.city.psql(
            "update post set capacity = 5 where title = 'Pengadministrasi' and agency_id = \(stage.agencies[1].id)"
        )
        try await stage.city.importLines(
            .posts,
            SampleFile.postsHeader,
            [SampleFile.post(nil, unit: "A0", kind: 1, echelon: "32", title: "Sekretaris")],
            to: stage.agencies[0]
        )
        let vacant = try await workforce.vacancies(in: .city, by: day)
        #expect(vacant.map(\.post) == ["Sekretaris", "Pengadministrasi", "Pengadministrasi"])
        #expect(
            vacant.map(\.held) == [0, 3, 3] && vacant.map(\.seats) == [1, 5, 5]
                && vacant.allSatisfy { $0.retiring == 0 }
        )
        #expect(try await workforce.vacancies(in: .agency(stage.agencies[1]), by: day).count == 2)
    }

    @Test("people are counted once by age and sex, and in the post that they hold on the day")
    func figures() async throws {
        let stage = try await AppraisalStage.make(rated: false)
        _ = try await stage.city.psql(
            """
            update person set sex = 'female', birth_date = '1968-12-05' where nip = '\(SampleFile.nip(2))';
            update assignment set valid = '[2021-10-17,)' where employment_id = \(stage.employment(3));
            update assignment set valid = '[2021-10-16,)' where employment_id = \(stage.employment(4));
            update assignment set valid = '[2026-10-17,)' where employment_id = \(stage.employment(5))
            """
        )
        let figures = try await Workforce(stage.city.database, asOf: day).figures(in: .agency(stage.agencies[0]))
        #expect(figures.people == 9 && figures.held == 8)
        #expect(figures.men.values.reduce(0, +) == 8 && figures.women == [AgeGroup(age: 57): 1])
        // Since 2021-02-01: five years; five to the day, and a day less gives four.
        #expect(figures.tenure == [5: 7, 4: 1])
        #expect(figures.retirements[2027] == 1 && figures.retirements.values.reduce(0, +) == 8)
        let holders = try await Workforce(stage.city.database, asOf: day).holders(in: .city, purpose: "test")
        #expect(holders.count == 17)
        #expect(
            try await Workforce(stage.city.database, asOf: date("2021-01-31")).holders(in: .city, purpose: "test")
                .isEmpty
        )
    }
}
