/// The excerpt (petikan) of a decree that one person gets, certified by the personnel agency.
public struct DecreeExcerpt: Sendable, Hashable {
    public let decree: Decree
    public let nominee: Nominee
    /// Certifies that the excerpt says what the decree says.
    public let certifier: Officer

    /// - Throws: ``PaperRefusal`` when the decree has no such case.
    public init(of decree: Decree, caseNumber: String, certifier: Officer) throws(PaperRefusal) {
        self.decree = decree
        self.nominee = try decree.nominee(caseNumber)
        self.certifier = certifier
    }
}

extension Decree {
    func nominee(_ caseNumber: String) throws(PaperRefusal) -> Nominee {
        guard let nominee = nominees.first(where: { $0.caseNumber == caseNumber }) else {
            throw PaperRefusal(problems: [.caseUnknown(caseNumber)])
        }
        return nominee
    }
}
