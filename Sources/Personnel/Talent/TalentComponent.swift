/// What the scores of the two axes are made of (Keputusan Kepala BKN 411/2025, as open implementations state it: the text
/// was not at hand); raw values are the codes of the reference data.
public enum TalentComponent: String, Sendable, Hashable, CaseIterable {
    case rating
    case award
    case teamDuty = "team_duty"
    case feedback
    case competency
    case development
    case experience
    case potential
    case education
    case fieldMatch = "field_match"
    case discipline

    public var axis: TalentAxis {
        switch self {
        case .rating, .award, .teamDuty, .feedback: .performance
        case .competency, .development, .experience, .potential, .education, .fieldMatch, .discipline: .potential
        }
    }

    /// The Indonesian name, as SIMATA's columns have it.
    public var title: String {
        switch self {
        case .rating: "Penilaian Kinerja"
        case .award: "Penghargaan"
        case .teamDuty: "Penugasan dalam Tim Kerja"
        case .feedback: "Umpan Balik Kinerja 360"
        case .competency: "Penilaian Kompetensi"
        case .development: "Pengembangan Kompetensi"
        case .experience: "Pengalaman Jabatan"
        case .potential: "Penilaian Potensi"
        case .education: "Tingkat Pendidikan Formal"
        case .fieldMatch: "Kesesuaian Bidang Ilmu"
        case .discipline: "Verifikasi Rekam Jejak Disiplin"
        }
    }

    public var englishTitle: String {
        switch self {
        case .rating: "Performance rating"
        case .award: "Awards"
        case .teamDuty: "Team duties"
        case .feedback: "360° feedback"
        case .competency: "Competency assessment"
        case .development: "Competency development"
        case .experience: "Experience in posts"
        case .potential: "Potential assessment"
        case .education: "Formal education"
        case .fieldMatch: "Match of the field of study"
        case .discipline: "Discipline record"
        }
    }

    /// The header of its column in SIMATA's export, such as "Y - Penilaian Kinerja".
    public var simataColumn: String { "\(axis.letter) - \(title)" }
}
