/// A document on file of a case.
public struct TransferDocument: Sendable, Hashable {
    public let kind: DocumentKind
    /// As the document numbers itself, such as "100.2.1.3/1575/SJ".
    public let number: String
    /// The day that it bears.
    public let day: CivilDate
    /// The title of the post that it names; nil where it names none.
    public let post: String?

    public init(_ kind: DocumentKind, number: String, day: CivilDate, post: String? = nil) {
        self.kind = kind
        self.number = number
        self.day = day
        self.post = post
    }
}
