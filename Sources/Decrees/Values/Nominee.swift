public import Personnel

/// One person of a decree's nominative list: who moves, from which post to which, and why.
public struct Nominee: Sendable, Hashable {
    /// The transfer case, "TRF-2026-000123".
    public let caseNumber: String
    /// With titles, as of the decree's date.
    public let name: String
    public let nip: NIP
    /// Nil where none is recorded.
    public let grade: ServiceGrade?
    /// Nil for a first appointment to a post.
    public let formerPost: PostPlace?
    public let post: PostPlace
    /// Of the new post; nil where it has none (functional posts, executors).
    public let echelon: Echelon?
    /// The new post's class (kelas jabatan, 1...17); nil where none is set.
    public let jobClass: Int?
    /// Why, in one sentence that the person may read.
    public let reason: String

    public init(
        caseNumber: String,
        name: String,
        nip: NIP,
        grade: ServiceGrade?,
        formerPost: PostPlace?,
        post: PostPlace,
        echelon: Echelon? = nil,
        jobClass: Int? = nil,
        reason: String
    ) {
        self.caseNumber = caseNumber
        self.name = name
        self.nip = nip
        self.grade = grade
        self.formerPost = formerPost
        self.post = post
        self.echelon = echelon
        self.jobClass = jobClass
        self.reason = reason
    }
}
