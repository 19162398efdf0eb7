/// A fact that a condition of the city may ask about. Raw values are codes for data, those of `FactName`.
public enum LocalFact: String, Sendable, Hashable, CaseIterable {
    /// Completed years.
    case age
    /// Written as "III/c".
    case rank
    /// Written as SIASN's id, "40".
    case education
    case monthsInPost = "months_in_post"
    case monthsToRetirement = "months_to_retirement"
    case experienceMonths = "experience_months"
    case feederMonths = "feeder_months"
    case jobClass = "job_class"
    case classStep = "class_step"
    case employment
    case basis
    case route
    /// A kind of document that has to be on file, known to the rules or the city's own.
    case document

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }

    /// Its name in a verdict.
    public var name: FactName {
        switch self {
        case .age: .age
        case .rank: .rank
        case .education: .education
        case .monthsInPost: .monthsInPost
        case .monthsToRetirement: .monthsToRetirement
        case .experienceMonths: .experienceMonths
        case .feederMonths: .feederMonths
        case .jobClass: .jobClass
        case .classStep: .classStep
        case .employment: .employment
        case .basis: .basis
        case .route: .route
        case .document: .document
        }
    }

    /// The comparisons that make sense.
    public var comparisons: [LocalCondition.Comparison] {
        switch self {
        case .age, .rank, .education, .monthsInPost, .monthsToRetirement, .experienceMonths, .feederMonths, .jobClass,
            .classStep:
            [.atLeast, .atMost]
        case .employment, .basis, .route: [.equals, .differs]
        case .document: [.onFile]
        }
    }

    /// A value to compare with, as it is ordered; nil for text that the fact does not have.
    func number(_ text: String) -> Int? {
        switch self {
        case .rank: GradeRank(code: text)?.id
        case .education: EducationLevel(siasn: text)?.rawValue
        case .employment: EmploymentKind.allCases.firstIndex { $0.code == text }
        case .basis: TransferBasis.allCases.firstIndex { $0.code == text }
        case .route: TransferRoute.allCases.firstIndex { $0.code == text }
        case .document: DocumentKind(code: text) == nil ? nil : 0
        case .age, .monthsInPost, .monthsToRetirement, .experienceMonths, .feederMonths, .jobClass, .classStep:
            Int(text)
        }
    }
}
