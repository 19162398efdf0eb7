/// What a document on file is, as a code for data. The rules know those below; a city's own condition may name another.
public struct DocumentKind: Sendable, Hashable {
    /// 1 to 40 small letters and underscores.
    public let code: String

    /// Nil for other characters.
    public init?(code: some StringProtocol) {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        guard (1...40).contains(code.utf8.count),
            code.utf8.allSatisfy({ letters.contains($0) || $0 == UInt8(ascii: "_") })
        else { return nil }
        self.code = String(code)
    }

    private init(_ code: String) { self.code = code }

    /// The employee's letter (Perban BKN 5/2019).
    public static let application = DocumentKind("application")
    /// Consent of the agency that is left; names the post.
    public static let releasingConsent = DocumentKind("releasing_consent")
    /// Proposal or consent of the agency that receives; names the post.
    public static let receivingConsent = DocumentKind("receiving_consent")
    /// Statement that no discipline or court process is running.
    public static let disciplineStatement = DocumentKind("discipline_statement")
    /// Copy of the last decree of rank or post.
    public static let lastDecree = DocumentKind("last_decree")
    /// One year's SKP.
    public static let performanceResult = DocumentKind("performance_result")
    /// Statement that the person is not on study duty (tugas belajar) or bond (ikatan dinas).
    public static let studyStatement = DocumentKind("study_statement")
    /// Bebas temuan, from the city's Inspektorat.
    public static let auditClearance = DocumentKind("audit_clearance")
    /// Written consent of Mendagri (UU 10/2016 arts 71 and 162).
    public static let ministerConsent = DocumentKind("minister_consent")
    /// Consent of the governor, the DPRD's leaders or the minister to the holder of a special post.
    public static let superiorConsent = DocumentKind("superior_consent")
    /// The panel's result of an open selection.
    public static let selectionResult = DocumentKind("selection_result")
    /// The panel's result of an uji kompetensi (PP 11/2017 arts 131–132).
    public static let competencyTest = DocumentKind("competency_test")
    /// The evaluation on which a demotion for performance rests (PP 30/2019 arts 56–58).
    public static let performanceEvaluation = DocumentKind("performance_evaluation")
    /// The by-law or decree of a reorganisation.
    public static let reorganisationDecree = DocumentKind("reorganisation_decree")

    /// Those that the national rules ask for.
    public static let known: [DocumentKind] = [
        application, releasingConsent, receivingConsent, disciplineStatement, lastDecree, performanceResult,
        studyStatement, auditClearance, ministerConsent, superiorConsent, selectionResult, competencyTest,
        performanceEvaluation, reorganisationDecree,
    ]
}

extension DocumentKind: CustomStringConvertible {
    public var description: String { code }
}
