import CityDatabase
import Personnel
import Population
import TestSupport
import Testing

/// The scores that an agency's files give by the rules, person by person.
struct FileReading {
    private let scoring: TalentScoring
    private let rules: RuleSet
    private let day: CivilDate
    private let isComplete: Bool
    private let people: [String: [[String: String]]]
    private let assessments: [String: [[String: String]]]
    private let awards: [String: [[String: String]]]
    private let duties: [String: [[String: String]]]
    private let training: [String: [[String: String]]]
    private let discipline: [String: [[String: String]]]

    /// - Parameter isComplete: whether the registers are complete: a person who is not in one has nothing of its kind.
    init(
        _ files: AgencyFiles,
        _ scoring: TalentScoring,
        _ rules: RuleSet,
        _ day: CivilDate,
        isComplete: Bool
    ) throws {
        func rows(_ text: String, _ key: String) throws -> [String: [[String: String]]] {
            Dictionary(grouping: try RuleSets.rows(Array(text.utf8))) { row in
                let nip = row[key, default: ""]
                return nip.hasPrefix("'") ? String(nip.dropFirst()) : nip
            }
        }
        (self.scoring, self.rules, self.day, self.isComplete) = (scoring, rules, day, isComplete)
        people = try rows(files.people, "nip_baru")
        assessments = try rows(files.assessments, "NIP")
        awards = try rows(files.awards, "nip")
        duties = try rows(files.duties, "nip")
        training = try rows(files.training, "nip")
        discipline = try rows(files.discipline, "nip")
    }

    /// Scores from the files only; nil for an unknown component.
    func scores(_ nip: String) throws -> [TalentComponent: Score?] {
        let assessment = assessments[nip]?.first
        let isValid = isRecent(.assessmentYears, assessment?["Tanggal Asesmen"])
        func stated(_ component: TalentComponent) -> Score? {
            isValid ? assessment?[component.simataColumn].flatMap { Score($0) } : nil
        }
        let awarded = (awards[nip] ?? []).filter { isRecent(.awardYears, $0["skTanggal"]) }
            .compactMap { Self.awardLevels[$0["tingkat", default: ""]] }
        let served = (duties[nip] ?? [])
            .filter { date($0["selesai"]) == nil || isRecent(.teamDutyYears, $0["selesai"]) }
            .compactMap { Self.dutyLevels["\($0["peran", default: ""]) \($0["lingkup", default: ""])"] }
        let trained = (training[nip] ?? []).filter { isRecent(.trainingYears, $0["tanggalSelesai"]) }
        let leadership = trained.count { $0["jenisDiklat"] == "Struktural" }
        let parts = ["certificates": trained.count - leadership, "leadership": leadership]
            .filter { isComplete || $0.value > 0 }
            .compactMap { part, number in scoring.score(part, number: number).map { (part, $0) } }
        let punished = (discipline[nip] ?? [])
            .filter {
                isRecent(.disciplineYears, $0["akhirHukumTanggal"]) || isRecent(.disciplineYears, $0["hukumanTanggal"])
            }
            .map { row in
                if let end = date(row["akhirHukumTanggal"]), end >= day { return "serving" }
                return ["R": "light", "S": "medium", "B": "heavy"][row["jenisTingkatHukumanId", default: ""]] ?? ""
            }
        let schooling = people[nip]?.first?["tingkat_pendidikan_id"].flatMap { Int($0) }
        return [
            .award: isComplete || !awarded.isEmpty ? scoring.score(awards: awarded) : nil,
            .teamDuty: isComplete || !served.isEmpty ? scoring.score(teamDuties: served) : nil,
            .feedback: stated(.feedback), .competency: stated(.competency), .potential: stated(.potential),
            .fieldMatch: stated(.fieldMatch),
            .discipline: isComplete || !punished.isEmpty ? scoring.score(sanctions: punished) : nil,
            .development: scoring.score(component: .development, parts: Dictionary(uniqueKeysWithValues: parts)),
            .education: schooling.flatMap { scoring.score("education", number: $0) },
        ]
    }

    private static let awardLevels = [
        "Internasional": "international", "Nasional": "national", "Lintas Instansi": "cross_agency",
        "Instansi": "agency",
    ]
    private static let dutyLevels = [
        "Ketua Lintas Instansi": "chair_cross_agency", "Ketua Internal": "chair_internal",
        "Anggota Lintas Instansi": "member_cross_agency", "Anggota Internal": "member_internal",
    ]

    private func isRecent(_ years: RuleSetting.Name, _ text: String?) -> Bool {
        guard let date = date(text) else { return false }
        return date > day.adding(months: -12 * rules[years])
    }

    private func date(_ text: String?) -> CivilDate? { text.flatMap { CivilDate(siasn: $0) } }
}
