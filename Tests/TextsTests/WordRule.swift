import Texts

/// Words that no text has, and what it says instead. The page of words has the same rows.
struct WordRule: Sendable {
    let not: String
    let but: String
    /// What finds them, upper case or lower case unless it is exact.
    private let pattern: String
    let language: Language

    private let isExact: Bool

    private init(
        _ not: String,
        _ but: String,
        _ pattern: String? = nil,
        _ language: Language = .english,
        isExact: Bool = false
    ) {
        self.not = not
        self.but = but
        self.pattern = pattern ?? #"\b\#(not)\b"#
        self.language = language
        self.isExact = isExact
    }

    static let all = english + indonesian

    static let english = [
        WordRule("who has no …", "people without …", #"\bwho (has|have|had) no\b"#),
        WordRule(
            "x is no …",
            "x is not a …",
            #"(^|\b(?!there\b|here\b)\w+\W+)(is|are|was|were) no (?!longer|more|less|later|earlier|fewer)"#
        ),
        WordRule("whoever", "people who, the person who", #"\bwhom?ever\b"#),
        WordRule("anew", "again"),
        WordRule("shall", "must, or the present tense"),
        WordRule("by now", "now"),
        WordRule("told of", "named, listed, reported", #"\b(told|tells?|telling) of\b"#),
        WordRule("stands there", "exists", #"\b(stands?|stood) there\b"#),
        WordRule("for the time being", "for now, until …"),
        WordRule("for good", "permanently"),
        WordRule("is there already", "exists", #"\b(is|are) there (already|, )"#),
        WordRule("it was so already", "already done; nothing changed", #"\bso already\b"#),
        WordRule("otherwise than", "differently from"),
        WordRule(", for it …", ", because it …", #", for (it|they|he|she|nobody|there) "#),
        WordRule("Who … at the head of a sentence", "People who …", #"(^|[.;:] )Who (?![^.;]*\?)"#, isExact: true),
        WordRule("as chance wants", "at random", #"\bas (far as )?chance\b"#),
        WordRule("a date that cannot be", "an impossible date", #"\bthat cannot be([.,;:)]|$)"#),
        WordRule("in accord with", "like, equal to"),
        WordRule("percents", "percentages"),
        WordRule("of then", "of that time"),
        WordRule("if need be", "if needed"),
    ]

    static let indonesian = [
        WordRule("Himpunan aturan", "Versi aturan", nil, .indonesian),
        WordRule("Bagian kota", "Porsi terhadap kota", nil, .indonesian),
        WordRule("Dari pegawainya", "Porsi pegawai PD", nil, .indonesian),
        WordRule("Jalannya pengolahan", "Proses pengolahan", nil, .indonesian),
        WordRule("Angka-angkanya", "Tabel angka", nil, .indonesian),
        WordRule("Longgar dan ketatnya penilai", "Kecenderungan penilai", nil, .indonesian),
        WordRule("Letak pada peta", "Posisi pada peta", nil, .indonesian),
    ]

    func regex() throws -> Regex<AnyRegexOutput> {
        let regex = try Regex(pattern)
        return isExact ? regex : regex.ignoresCase()
    }
}
