import Personnel

/// An agency's evidence, by person.
struct TalentEvidence {
    private let asOf: CivilDate
    private let people: [Table.Row]
    private let ratings: [String: [Table.Row]]
    private let posts: [String: [Table.Row]]
    private let assessments: [String: [Table.Row]]
    private let awards: [String: [Table.Row]]
    private let duties: [String: [Table.Row]]
    private let training: [String: [Table.Row]]
    private let discipline: [String: [Table.Row]]

    init(_ agency: City.Agency, asOf: CivilDate) {
        func byPerson(_ table: Table, _ column: String = "nip") -> [String: [Table.Row]] {
            Dictionary(grouping: table.rows) { $0[column] ?? "" }
        }
        self.asOf = asOf
        people = agency.people.rows
        posts = byPerson(agency.posts, "nipBaru")
        ratings = byPerson(agency.ratings)
        assessments = byPerson(agency.assessments, "NIP")
        awards = byPerson(agency.awards)
        duties = byPerson(agency.duties)
        training = byPerson(agency.training)
        discipline = byPerson(agency.discipline)
    }

    /// Of everybody who was rated and assessed. What else is not known is left out, with its weight.
    func scores() -> [TalentScores] {
        people.compactMap { person in
            let nip = String((person["nip_baru"] ?? "").dropFirst())
            guard let performance = performance(nip), let potential = potential(nip, person) else { return nil }
            return TalentScores(performance: performance, potential: potential)
        }
    }

    private func performance(_ nip: String) -> Double? {
        guard let rating = ratings[nip]?.last?["kuadranKinerja"] else { return nil }
        let ratingScores = [
            "Sangat Baik": 100.0, "Baik": 80, "Butuh Perbaikan": 60, "Kurang": 40, "Sangat Kurang": 20,
        ]
        let awardScores = ["Internasional": 100.0, "Nasional": 75, "Lintas Instansi": 50, "Instansi": 25]
        let dutyScores = [
            "Ketua Lintas Instansi": 100.0, "Ketua Internal": 75, "Anggota Lintas Instansi": 50, "Anggota Internal": 25,
        ]
        let award = (awards[nip] ?? []).filter { isWithin(5, $0["skTanggal"]) }
            .compactMap { awardScores[$0["tingkat"] ?? ""] }.max()
        let duty = (duties[nip] ?? []).filter { $0["selesai"] == nil || isWithin(2, $0["selesai"]) }
            .compactMap { dutyScores["\($0["peran"] ?? "") \($0["lingkup"] ?? "")"] }.max()
        return mean([
            (60, ratingScores[rating]), (15, award ?? 0), (15, duty ?? 0),
            (10, number(assessments[nip]?.last?["Y - Umpan Balik Kinerja 360"])),
        ])
    }

    private func potential(_ nip: String, _ person: Table.Row) -> Double? {
        guard let assessment = assessments[nip]?.last, let competency = number(assessment["X - Penilaian Kompetensi"]),
            let potential = number(assessment["X - Penilaian Potensi"])
        else { return nil }
        let recent = (training[nip] ?? []).filter { isWithin(3, $0["tanggalSelesai"]) }
        let tiers = recent.count { $0["jenisDiklat"] == "Struktural" }
        let certificates = recent.count - tiers
        let development =
            (certificates >= 8 ? 100.0 : certificates >= 6 ? 75 : certificates >= 4 ? 50 : certificates >= 1 ? 25 : 0)
            / 2
            + (tiers >= 3 ? 100.0 : tiers >= 1 ? 50 : 0) / 2
        return mean([
            (20, competency), (10, development), (10, experience(nip)), (25, potential), (10, education(person)),
            (10, number(assessment["X - Kesesuaian Bidang Ilmu"])), (15, record(nip)),
        ])
    }

    /// Time in post; its other parts, variety and further duties, are in no file.
    private func experience(_ nip: String) -> Double? {
        date(posts[nip]?.last?["tmtJabatan"])
            .map { since in
                let years = since.completedYears(until: asOf)
                return years >= 5 ? 100 : years >= 3 ? 80 : 60
            }
    }

    private func education(_ person: Table.Row) -> Double? {
        switch person["tingkat_pendidikan_id"] {
        case "50": 100
        case "45": 90
        case "35", "40": 80
        case "30": 70
        case "15", "17", "18", "20", "25": 60
        default: 0
        }
    }

    private func record(_ nip: String) -> Double {
        let known = (discipline[nip] ?? []).filter { isWithin(5, $0["hukumanTanggal"]) }
        if known.contains(where: { date($0["akhirHukumTanggal"]).map { $0 >= asOf } ?? false }) { return 0 }
        return known.compactMap { ["R": 75.0, "S": 50, "B": 25][$0["jenisTingkatHukumanId"] ?? ""] }.min() ?? 100
    }

    private func mean(_ parts: [(weight: Double, score: Double?)]) -> Double {
        let known = parts.compactMap { part in part.score.map { (part.weight, $0) } }
        return known.reduce(0) { $0 + $1.0 * $1.1 } / known.reduce(0) { $0 + $1.0 }
    }

    private func isWithin(_ years: Int, _ day: String?) -> Bool {
        date(day).map { $0 > asOf.adding(months: -12 * years) && $0 <= asOf } ?? false
    }

    private func date(_ text: String?) -> CivilDate? { text.flatMap { CivilDate(siasn: $0) } }

    private func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }
}
