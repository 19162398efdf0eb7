import CityDatabase
import Personnel
import Population
import TestSupport
import Testing

/// How long each piece of evidence counts, and what a missing row in a register means.
extension TalentTests {
    var awardsHeader: String {
        "nip,hargaNama,tingkat,skNomor,skTanggal"
    }
    func award(_ number: Int, _ level: String, _ day: String) -> String {
        "\(SampleFile.nip(number)),Teladan \(day),\(level),861/1,\(day)"
    }

    @Test("an award counts for five years to the day; the best one counts, and no record means none")
    func awards() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        try await register(
            .awards,
            awardsHeader,
            [
                award(4, "Nasional", "15-10-2021"), award(5, "Nasional", "16-10-2021"),
                award(6, "Nasional", "17-10-2021"),
                award(7, "Instansi", "01-02-2026"), award(7, "Internasional", "01-02-2022"),
                award(7, "Lintas Instansi", "01-03-2026"), award(8, "Lintas Instansi", "16-10-2026"),
            ],
            stage
        )
        for (number, score) in [(4, 0), (5, 0), (6, 75), (7, 100), (8, 50), (9, 0)] {
            #expect(try await placement(number, stage).components[.award] == Score(score), "\(number)")
        }
        // Evidence after the day does not count yet; evidence that has lapsed by the next day no longer counts.
        #expect(try await placement(8, stage, on: day + -1).components[.award] == Score(0))
        #expect(try await placement(6, stage, on: day + 1).components[.award] == Score(0))
    }

    @Test("a team duty counts while it runs and for two years after its end")
    func duties() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        func duty(_ number: Int, _ part: String, _ reach: String, _ from: String, _ to: String) -> String {
            "\(SampleFile.nip(number)),Tim \(from),\(part),\(reach),800/1,,\(from),\(to)"
        }
        try await register(
            .duties,
            "nip,namaTim,peran,lingkup,skNomor,skTanggal,mulai,selesai",
            [
                duty(4, "Ketua", "Lintas Instansi", "01-02-2023", "16-10-2024"),
                duty(5, "Ketua", "Lintas Instansi", "01-02-2023", "17-10-2024"),
                duty(6, "Ketua", "Internal", "01-02-2019", ""), duty(7, "Anggota", "Internal", "01-02-2026", ""),
                duty(7, "Anggota", "Lintas Instansi", "01-03-2026", "01-04-2027"),
            ],
            stage
        )
        for (number, score) in [(4, 0), (5, 100), (6, 75), (7, 50), (8, 0)] {
            #expect(try await placement(number, stage).components[.teamDuty] == Score(score), "\(number)")
        }
    }

    private var disciplineHeader: String {
        "nip,jenisTingkatHukumanId,jenisHukuman,skNomor,skTanggal,hukumanTanggal,akhirHukumTanggal"
    }

    @Test("a sanction scores 0 to its last day, a past one by its level for five years; of several the worst counts")
    func discipline() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        func sanction(_ number: Int, _ level: String, _ from: String, _ to: String = "") -> String {
            "\(SampleFile.nip(number)),\(level),Teguran,862/1,\(from),\(from),\(to)"
        }
        try await register(
            .discipline,
            disciplineHeader,
            [
                sanction(2, "B", "01-02-2024", "17-10-2026"), sanction(3, "R", "01-02-2024", "16-10-2026"),
                sanction(4, "S", "01-02-2024", "15-10-2026"), sanction(5, "R", "16-10-2021"),
                sanction(6, "R", "17-10-2021"), sanction(7, "B", "01-02-2020", "16-10-2021"),
                sanction(8, "B", "01-02-2020", "17-10-2021"), sanction(8, "R", "01-02-2026"),
            ],
            stage
        )
        for (number, score) in [(2, 0), (3, 0), (4, 50), (5, 100), (6, 75), (7, 100), (8, 25), (9, 100)] {
            #expect(try await placement(number, stage).components[.discipline] == Score(score), "\(number)")
        }
    }

    @Test(
        "an assessment counts for three years to the day; the newest counts; without both there is no box, but a score"
    )
    func assessments() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        func assessment(_ number: Int, _ day: String, _ competency: String, _ potential: String) -> String {
            "\(SampleFile.nip(number)),\(day),\(competency),\(potential)"
        }
        for lines in [
            [
                assessment(4, "16-10-2023", "90", "90"), assessment(5, "17-10-2023", "90", "90"),
                assessment(6, "01-02-2024", "50", "50"), assessment(7, "01-02-2026", "90", ""),
            ], [assessment(6, "01-02-2026", "90", "90")],
        ] {
            try await register(.assessments, SampleFile.assessmentsHeader, lines, stage, isComplete: false)
        }
        let old = try await placement(4, stage)
        #expect(old.components[.competency] == nil && old.components[.potential] == nil && old.box == nil)
        let edge = try await placement(5, stage)
        #expect(edge.components[.competency] == Score(90) && edge.box != nil)
        #expect(try await placement(5, stage, on: day + 1).box == nil, "a day later it is three years old")
        #expect(try await placement(6, stage).components[.potential] == Score(90))
        #expect(try await placement(6, stage, on: date("2026-10-15")).box != nil)
        let half = try await placement(7, stage)
        #expect(half.box == nil && half.potentialLevel == nil && half.performanceLevel == .medium)
        // Competency 90 by 20, experience by 10 and education by 10 are known.
        #expect(half.potential?.knownWeight == 40 && half.potential != nil)
        let counts = try await TalentMap(stage.city.database)
            .counts(TalentMap(stage.city.database).source(on: day), in: .agency(stage.agencies[0]))
        #expect(counts.boxes.reduce(0, +) == 2 && counts.unplaced == 6)
    }

    // MARK: - Registers

    @Test("without a complete register a fact is missing and never zero; a complete one says none, for a year")
    func registers() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        let kinds: [(ImportKind, String, TalentComponent, Int)] = [
            (.awards, awardsHeader, .award, 0),
            (.duties, "nip,namaTim,peran,lingkup,skNomor,skTanggal,mulai,selesai", .teamDuty, 0),
            (.training, "nip,jenisDiklat,namaDiklat,nomorSertipikat,tanggalSelesai", .development, 0),
            (.discipline, disciplineHeader, .discipline, 100),
        ]
        for (kind, header, component, none) in kinds {
            try await register(kind, header, [], stage, isComplete: false)
            #expect(try await placement(4, stage).components[component] == nil, "\(kind)")
            try await register(kind, header, [], stage)
            #expect(try await placement(4, stage).components[component] == Score(none), "\(kind)")
            // Nothing is said about the other agency.
            let register = kind == .duties ? "team_duty" : kind == .awards ? "award" : "\(kind)"
            let count =
                "select count(*) from evidence_register where agency_id = \(stage.agencies[1].id) and kind = '\(register)'"
            #expect(try await stage.city.psql(count) == "0\n")
        }
        let last = try date("2027-10-15")
        #expect(try await placement(4, stage, on: last).components[.award] == Score(0))
        #expect(try await placement(4, stage, on: last + 1).components[.award] == nil, "the register is a year old")
        #expect(
            try await placement(4, stage).components[.experience] == Score(100),
            "nothing says how many posts there were"
        )
        _ = try await stage.city.psql(
            "insert into evidence_register (agency_id, kind, complete_to) values (\(stage.agencies[0].id), 'posting', '\(day)')"
        )
        // Five years at the level, one unit, no acting duty: (100·34 + 60·33 + 0·33) / 100.
        #expect(try await placement(4, stage).components[.experience] == Score("53.8"))
    }

    @Test(
        "acting in a vacant post counts more than standing in for its holder, and a higher post more than an equal one"
    )
    func acting() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        // Five years at the level 100, of weight 34; one unit is not known to be the only one; acting of weight 33.
        for (kind, title, score) in [
            ("PLH", "Pengadministrasi", "60.6"), ("PLH", "Kepala Bidang C", "70.45"),
            ("PLT", "Pengadministrasi", "80.3"),
            ("PLT", "Kepala Bidang C", "90.15"),
        ] {
            let isHead = title.hasPrefix("Kepala")
            let line =
                "x,\(SampleFile.nip(4)),\(isHead ? 1 : 4),C0,A0,\(isHead ? "31" : ""),01-03-2026,800/5,15-02-2026,"
            let report = try await stage.city.importLines(
                .posts,
                SampleFile.postsHeader + ",jenisPenugasanId",
                [line + "Unit C0,\(title),\(kind)"],
                to: stage.agencies[0]
            )
            #expect(report.added == 1)
            #expect(try await placement(4, stage).components[.experience] == Score(score), "\(kind) \(title)")
        }
    }

    @Test("a complete register without a row takes it back; it stays readable, and counts on days when it was known")
    func withdrawal() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .score)
        try await register(
            .awards,
            awardsHeader,
            [award(4, "Nasional", "01-02-2026"), award(5, "Nasional", "01-02-2026")],
            stage
        )
        _ = try await stage.city.psql(
            """
            update evidence set recorded_at = recorded_at - interval '10 days';
            update evidence_register set recorded_at = recorded_at - interval '10 days'
            """
        )
        try await register(.awards, awardsHeader, [award(5, "Nasional", "01-02-2026")], stage)
        #expect(try await placement(4, stage).components[.award] == Score(0))
        #expect(try await placement(5, stage).components[.award] == Score(75))
        let rows = try await stage.city.psql(
            "select level, withdrawn_at is not null from evidence where kind = 'award' order by employment_id"
        )
        #expect(rows == "national|t\nnational|f\n")
        let today = try date(try await stage.city.psql("select city_day(now())").trimmingLine)
        let known = try await placement(4, stage, on: day, knownOn: today + -5)
        #expect(known.components[.award] == Score(75))
        #expect(try await placement(4, stage, on: day, knownOn: today).components[.award] == Score(0))
        let unknown = try await placement(4, stage, on: day, knownOn: today + -20)
        #expect(unknown.components[.award] == nil, "neither the award nor the register was known then")
        // Its evidence is read as well, also after it is taken back.
        let map = TalentMap(stage.city.database)
        let source = try await map.source(on: day, knownOn: today + -5)
        let (_, evidence, _) = try await map.placement(of: nip(4), source, agency: stage.agencies[0])
        #expect(evidence.contains { $0.kind == "award" && $0.level == "national" && $0.documentNumber == "861/1" })
        // The same file once more: nothing is taken back, nothing is new.
        let again = try await stage.city.importText(
            .awards,
            "\(awardsHeader)\n\(award(5, "Nasional", "01-02-2026"))\n",
            to: stage.agencies[0],
            isComplete: true,
            on: day
        )
        #expect(again.added == 0 && again.changed == 0 && again.unchanged == 1)
    }
}
