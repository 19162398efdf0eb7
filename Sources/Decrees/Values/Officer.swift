public import Personnel

/// A person who signs a paper, or is named in one.
public struct Officer: Sendable, Hashable {
    /// With titles, as of the paper's date.
    public let name: String
    /// What the person signs as: "Wali Kota Medan", "Kepala Badan Kepegawaian …".
    public let title: String
    /// Nil of an elected head.
    public let nip: NIP?
    public let grade: ServiceGrade?

    public init(name: String, title: String, nip: NIP? = nil, grade: ServiceGrade? = nil) {
        self.name = name
        self.title = title
        self.nip = nip
        self.grade = grade
    }
}
