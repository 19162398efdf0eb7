public import Personnel

/// The minutes of the hand-over of a post (berita acara serah terima jabatan), from the person who leaves it to the one who
/// takes it.
public struct HandOver: Sendable, Hashable {
    public let number: String
    public let day: CivilDate
    public let place: String
    public let decree: Decree
    /// Leaves the post; the title is the post that was held.
    public let outgoing: Officer
    /// Takes the post.
    public let incoming: Nominee
    /// Knows of it: the head of the agency, or the Sekretaris Daerah.
    public let witness: Officer
    /// What is handed over: documents, goods, unfinished work.
    public let items: [String]

    /// - Throws: ``PaperRefusal`` when the decree has no such case, or nothing is handed over.
    public init(
        number: String,
        day: CivilDate,
        place: String,
        decree: Decree,
        caseNumber: String,
        outgoing: Officer,
        witness: Officer,
        items: [String]
    ) throws(PaperRefusal) {
        self.number = number
        self.day = day
        self.place = place
        self.decree = decree
        self.incoming = try decree.nominee(caseNumber)
        self.outgoing = outgoing
        self.witness = witness
        self.items = items
        guard !items.isEmpty, !items.contains(where: \.isBlank) else {
            throw PaperRefusal(problems: [.missing("barang")])
        }
    }
}
