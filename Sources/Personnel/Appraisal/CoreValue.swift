/// One of the seven core values of the civil service (BerAKHLAK), against which work behaviour is rated.
///
/// Each has three behaviours to go by. How the 21 make one of three levels is not prescribed: the rater judges, and
/// nothing computes it.
public enum CoreValue: String, Sendable, Hashable, CaseIterable {
    case serviceOriented = "berorientasi_pelayanan"
    case accountable = "akuntabel"
    case competent = "kompeten"
    case harmonious = "harmonis"
    case loyal
    case adaptive = "adaptif"
    case collaborative = "kolaboratif"

    /// A stable code for data, such as "akuntabel".
    public var code: String { rawValue }

    public var title: String {
        switch self {
        case .serviceOriented: "Berorientasi Pelayanan"
        case .accountable: "Akuntabel"
        case .competent: "Kompeten"
        case .harmonious: "Harmonis"
        case .loyal: "Loyal"
        case .adaptive: "Adaptif"
        case .collaborative: "Kolaboratif"
        }
    }

    /// Three, in our own words.
    public var behaviours: [String] {
        switch self {
        case .serviceOriented:
            ["understands and meets what the public needs", "is friendly, quick and solves", "keeps improving"]
        case .accountable:
            [
                "is honest, responsible, careful and disciplined", "uses property of the state responsibly",
                "does not abuse authority",
            ]
        case .competent: ["builds the own competence", "helps others learn", "delivers the best quality"]
        case .harmonious:
            ["respects everybody's background", "likes to help", "makes a workplace where others work well"]
        case .loyal:
            [
                "holds to the state's ideology, constitution and lawful government", "guards the good name",
                "guards secrets",
            ]
        case .adaptive: ["adjusts quickly", "innovates", "acts before being asked"]
        case .collaborative:
            ["lets others contribute", "is open to cooperation that adds value", "brings shared resources to bear"]
        }
    }
}
