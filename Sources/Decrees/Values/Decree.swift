public import Personnel

/// A decision of the city's head that ends people's posts and gives them others (PP 11/2017 arts 190–191): a valid one.
///
/// What it says beside the nominative list has a standard wording (``standardBases``, ``standardConsiderations``,
/// ``standardDictum(firstDay:)``) that a value may replace.
public struct Decree: Sendable, Hashable {
    /// "800.1.3.3/1234/2026".
    public let number: String
    /// The day on which it was signed.
    public let date: CivilDate
    /// Where it was signed, "Medan".
    public let place: String
    /// "Kota Medan".
    public let city: String
    /// "Provinsi Sumatera Utara"; nil leaves the line out.
    public let province: String?
    /// Who decides, as the head of the decree names the office: "Wali Kota Medan".
    public let authority: String
    /// What stands under "tentang".
    public let subject: String
    /// Menimbang: each begins with "bahwa".
    public let considerations: [String]
    /// Mengingat.
    public let legalBases: [String]
    /// KESATU, KEDUA, …
    public let dictum: [String]
    /// TMT: the day from which the new posts hold.
    public let firstDay: CivilDate
    /// Why the first day lies before the decree's date; nil where it does not.
    public let earlyStartReason: String?
    public let signer: Officer
    /// Tembusan; may be empty.
    public let copies: [String]
    /// The nominative list, in the order of the running numbers.
    public let nominees: [Nominee]

    /// - Parameters:
    ///   - date: nil where none is known yet, which is refused.
    ///   - subject: nil for the standard wording, as for `considerations`, `legalBases` and `dictum`.
    /// - Throws: ``PaperRefusal`` with every problem: a text is empty, the list is empty, a reason is missing, a case or a
    ///   person occurs twice, the first day lies before the date without a reason.
    public init(
        number: String,
        date: CivilDate?,
        place: String,
        city: String,
        province: String? = nil,
        authority: String,
        subject: String? = nil,
        considerations: [String]? = nil,
        legalBases: [String]? = nil,
        dictum: [String]? = nil,
        firstDay: CivilDate,
        earlyStartReason: String? = nil,
        signer: Officer,
        copies: [String] = [],
        nominees: [Nominee]
    ) throws(PaperRefusal) {
        self.number = number
        self.place = place
        self.city = city
        self.province = province.flatMap { $0.isBlank ? nil : $0 }
        self.authority = authority
        self.subject = subject ?? Self.standardSubject(city: city)
        self.considerations = considerations ?? Self.standardConsiderations
        self.legalBases = legalBases ?? Self.standardBases
        self.dictum = dictum ?? Self.standardDictum(firstDay: firstDay)
        self.firstDay = firstDay
        self.earlyStartReason = earlyStartReason.flatMap { $0.isBlank ? nil : $0 }
        self.signer = signer
        self.copies = copies
        self.nominees = nominees
        // Something has to stand here while problems are collected; nobody sees it.
        self.date = date ?? firstDay

        var problems: [PaperProblem] = date == nil ? [.missing("tanggal")] : []
        for (name, text) in [
            ("nomor", number), ("tempat", place), ("kota", city), ("pejabat", authority), ("tentang", self.subject),
            ("penanda_tangan", signer.name), ("jabatan_penanda_tangan", signer.title),
        ] where text.isBlank {
            problems.append(.missing(name))
        }
        for (name, texts) in [
            ("menimbang", self.considerations), ("mengingat", self.legalBases), ("diktum", self.dictum),
        ] where texts.isEmpty || texts.contains(where: \.isBlank) {
            problems.append(.missing(name))
        }
        if copies.contains(where: \.isBlank) { problems.append(.missing("tembusan")) }
        if let date, firstDay < date, self.earlyStartReason == nil {
            problems.append(.earlyStart(firstDay: firstDay, date: date))
        }
        problems += Self.problems(of: nominees)
        guard problems.isEmpty else { throw PaperRefusal(problems: problems) }
    }

    private static func problems(of nominees: [Nominee]) -> [PaperProblem] {
        guard !nominees.isEmpty else { return [.listEmpty] }
        var problems: [PaperProblem] = []
        var firstOf: [NIP: String] = [:]
        var cases: Set<String> = []
        for (index, nominee) in nominees.enumerated() {
            let number = nominee.caseNumber
            if number.isBlank { problems.append(.caseMissing(row: index + 1)) }
            if nominee.reason.isBlank { problems.append(.reasonMissing(number)) }
            if nominee.name.isBlank { problems.append(.nameMissing(number)) }
            for post in [nominee.formerPost, nominee.post].compactMap({ $0 })
            where post.title.isBlank || post.agency.isBlank {
                problems.append(.postMissing(number))
            }
            if !number.isBlank, !cases.insert(number).inserted {
                problems.append(.caseTwice(number))
            } else if let other = firstOf[nominee.nip] {
                problems.append(.personTwice(other, number))
            }
            firstOf[nominee.nip] = firstOf[nominee.nip] ?? number
        }
        return problems
    }
}
