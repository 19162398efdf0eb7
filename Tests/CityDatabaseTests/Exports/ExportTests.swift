import CityDatabase
import Personnel
import Synchronization
import TestSupport
import Testing

/// Exported files can be imported again, and give the same city.
@Suite("Exports", .serialized, .timeLimit(.minutes(20)))
struct ExportTests {
    private let day = TalentStage.day

    private func export(_ kind: ExportKind, _ stage: TalentStage) async throws -> (text: String, rows: Int) {
        let text = Mutex("")
        let cycle = try await stage.cycle
        let rows = try await Exporter(stage.city.database)
            .export(
                kind,
                of: stage.agencies[0],
                on: day,
                cycle: kind.needsCycle ? cycle : nil,
                to: { line in text.withLock { $0 += line } }
            )
        let whole = text.withLock { $0 }
        #expect(whole.split(separator: "\n").count == rows + 1 && whole.hasSuffix("\n"), "\(kind)")
        return (whole, rows)
    }

    /// The kind of import that reads a kind of export.
    private func importKind(_ kind: ExportKind) -> ImportKind {
        switch kind {
        case .people: .people
        case .units: .units
        case .posts: .posts
        case .establishment: .establishment
        case .ratings: .ratings
        case .awards: .awards
        case .duties: .duties
        case .training: .training
        case .discipline: .discipline
        case .leave: .leave
        case .competencies: .competencies
        case .standards: .standards
        case .departures: .departures
        case .talent: .assessments
        }
    }

    /// Exports kinds from one city into another; nothing may be rejected.
    private func carry(
        _ kinds: [ExportKind],
        from first: TalentStage,
        to second: TalentStage,
        isComplete: Bool = false
    ) async throws {
        for kind in kinds {
            let (text, rows) = try await export(kind, first)
            #expect(rows > 0, "\(kind)")
            let imported = importKind(kind)
            let report = try await second.load(
                imported,
                text,
                second.agencies[0],
                isComplete: isComplete && imported.isRegister
            )
            #expect(report.rejected == 0, "\(kind): \(report.rejections.prefix(3))")
            #expect(report.rows == rows && report.added == rows, "\(kind): \(report)")
        }
    }

    private func plantLeave(_ stage: TalentStage) async throws {
        _ = try await stage.city.psql(
            """
            insert into evidence (agency_id, employment_id, kind, level, occurred_on, ended_on, document_number, document_date)
            select agency_id, employment_id, 'unpaid_leave', 'cltn', '2024-01-01', '2025-12-31', '851/1', '2023-12-01'
            from employment order by employment_id limit 3
            """
        )
    }

    /// Digests of the exports' content, without the numbers that a database gives.
    private static let contents = [
        """
        select p.nip, p.name, p.front_title, p.back_title, p.birth_date, p.sex, p.kind, p.appointed_on, p.confirmed_on,
            p.grade_rank_id, p.grade_since, p.contract_class, p.education_level_id, p.education, p.legal_status
        from person p
        """,
        """
        select p.nip, u.siasn_id, u.name, u.parent_siasn_id, t.title, t.position_level, t.echelon, t.job_class, t.capacity,
            a.valid, a.decree_number, a.decree_date
        from post t
        join org_unit u using (agency_id, org_unit_id)
        left join assignment a using (agency_id, post_id)
        left join employment e using (agency_id, employment_id)
        left join person p using (agency_id, person_id)
        """,
        """
        select p.nip, v.kind, v.level, v.title, v.occurred_on, v.ended_on, v.document_number, v.document_date
        from evidence v join employment e using (agency_id, employment_id) join person p using (agency_id, person_id)
        where v.score is null
        """,
        """
        select u.siasn_id, t.title, c.competency, c.level, c.valid_from, c.valid_to, c.document_number
        from competency_standard c join post t using (agency_id, post_id) join org_unit u using (agency_id, org_unit_id)
        """,
        """
        select u.siasn_id, t.title, f.valid_from, f.seats, f.source, f.decree_number, f.decree_date, f.standard
        from formasi f join post t using (agency_id, post_id) join org_unit u using (agency_id, org_unit_id)
        """,
    ]

    @Test("the importer reads back every kind without a rejection, with the same facts")
    func everyKind() async throws {
        let first = try await TalentStage.make(people: 900)
        try await plantLeave(first)
        try await first.run()
        let second = try await first.empty()
        try await carry(
            [
                .people, .posts, .establishment, .ratings, .awards, .duties, .training, .discipline, .leave,
                .competencies,
                .standards, .talent,
            ],
            from: first,
            to: second
        )
        #expect(ExportKind.allCases.count == 14, "each of them is above; departures are in DepartureImportTests")
        func digest(_ query: String) -> String {
            "select count(*), md5(string_agg(x::text, e'\\n' order by x::text collate \"C\")) from (\(query)) x"
        }
        for query in Self.contents {
            #expect(try await first.city.psql(digest(query)) == second.city.psql(digest(query)), "\(query)")
        }
        // The ratings that count, without those of people whom the cycle does not appraise.
        func ratings(_ table: String) -> String {
            """
            select p.nip, r.work_result, r.work_behaviour from \(table) r
            join employment e using (agency_id, employment_id) join person p using (agency_id, person_id)
            where r.work_result is not null
            """
        }
        #expect(
            try await first.city.psql(digest(ratings("appraisal_closing")))
                == second.city.psql(digest(ratings("rating_event")))
        )
        // A second import changes nothing.
        for kind in ExportKind.allCases {
            let report = try await second.load(importKind(kind), try await export(kind, first).text, second.agencies[0])
            #expect(report.added == 0 && report.changed == 0 && report.rejected == 0, "\(kind): \(report)")
        }
        let reads = try await first.city.psql(
            "select count(distinct purpose) from audit_event where purpose like 'export %'"
        )
        #expect(reads == "14\n")
    }

    @Test(
        "a placed population's SIMATA export, read back into another city, gives the same box for every person",
        arguments: [false, true]
    )
    func simataRoundTrip(withRegisters: Bool) async throws {
        let first = try await TalentStage.make(people: 900)
        try await first.run()
        let second = try await first.empty()
        try await carry([.people, .posts, .ratings, .talent], from: first, to: second)
        if withRegisters {
            try await carry([.awards, .duties, .training, .discipline], from: first, to: second, isComplete: true)
        }
        try await second.run()
        let placed = try await first.placements()
        let again = Dictionary(uniqueKeysWithValues: try await second.placements().map { ($0.nip, $0) })
        #expect(placed.count == again.count && placed.count > 50)
        #expect(Set(placed.compactMap(\.box)).count > 4)
        for placement in placed {
            let other = try #require(again[placement.nip])
            #expect(other.box == placement.box && other.performanceLevel == placement.performanceLevel)
            #expect(other.potentialLevel == placement.potentialLevel && other.components == placement.components)
            #expect(other.performance == placement.performance && other.potential == placement.potential)
        }
    }

    @Test("the same is true where little is known: missing facts stay missing")
    func simataOfLittle() async throws {
        let first = try await TalentStage.make(people: 900, registers: [false])
        try await first.run()
        let second = try await first.empty()
        try await carry([.people, .posts, .ratings, .talent], from: first, to: second)
        try await second.run()
        let placed = try await first.placements()
        let again = Dictionary(uniqueKeysWithValues: try await second.placements().map { ($0.nip, $0) })
        for placement in placed {
            #expect(again[placement.nip]?.box == placement.box)
            #expect(again[placement.nip]?.components == placement.components)
        }
        #expect(placed.contains { $0.components[.award] == nil })
    }

    @Test("SIMATA's columns are in their order, X is potential and Y is performance")
    func columns() async throws {
        let stage = try await TalentStage.make(people: 400)
        try await stage.run()
        let rows = try RuleSets.rows(Array(try await export(.talent, stage).text.utf8))
        let header = try await export(.talent, stage).text.prefix { $0 != "\n" }
        #expect(
            header
                == "NIP,Nama,Unit Organisasi,Jabatan,Nilai X,Nilai Y,Box,X - Penilaian Kompetensi,X - Pengembangan Kompetensi,"
                + "X - Pengalaman Jabatan,X - Penilaian Potensi,X - Tingkat Pendidikan Formal,X - Kesesuaian Bidang Ilmu,"
                + "X - Verifikasi Rekam Jejak Disiplin,Y - Penilaian Kinerja,Y - Penghargaan,Y - Penugasan dalam Tim Kerja,"
                + "Y - Umpan Balik Kinerja 360,Tanggal Asesmen"
        )
        let placements = Dictionary(uniqueKeysWithValues: try await stage.placements().map { ($0.nip, $0) })
        for row in rows {
            let placement = try #require(placements[row["NIP", default: ""]])
            #expect(row["Nilai X"] == placement.potential?.value.description ?? "")
            #expect(row["Nilai Y"] == placement.performance?.value.description ?? "")
            #expect(row["Box"] == placement.box.map { String($0) } ?? "" && row["Tanggal Asesmen"] == "16-10-2026")
            #expect(row["Nama"] == placement.name && row["Unit Organisasi"] == placement.unit)
        }
    }

    @Test("ratings and placements are exported only for a cycle, in the version that counts")
    func cycles() async throws {
        let stage = try await AppraisalStage.make()
        try await stage.run(through: .place)
        let exporter = Exporter(stage.city.database)
        for kind in [ExportKind.ratings, .talent] {
            let refused = await #expect(throws: CityError.self) {
                _ = try await exporter.export(kind, of: stage.agencies[0], on: day, cycle: nil) { _ in }
            }
            #expect(refused?.kind == .input)
        }
        let good = Expectations(workResult: .above, workBehaviour: .above)
        try await stage.appraisals.correct(
            AppraisalStage.nip(4),
            good,
            by: AppraisalStage.nip(1),
            reason: "typing error"
        )
        let text = Mutex("")
        let cycle = try await Cycles(stage.city.database).find(stage.code)
        let count = try await exporter.export(.ratings, of: stage.agencies[0], on: day, cycle: cycle) { line in
            text.withLock { $0 += line }
        }
        let rows = try RuleSets.rows(Array(text.withLock { $0 }.utf8))
        #expect(count == 8 && rows.count == 8, "who has no rating is left out")
        let own = try #require(rows.first { $0["nip"] == SampleFile.nip(4) })
        #expect(
            own["kuadranKinerja"] == "Sangat Baik" && own["kuadranKinerjaNilai"] == "1"
                && own["hasilKinerjaNilai"] == "1"
        )
        #expect(
            own["tahun"] == "2026" && own["periodikNama"] == "Triwulan III"
                && own["hasilKinerja"] == "Di Atas Ekspektasi"
        )
    }
}
