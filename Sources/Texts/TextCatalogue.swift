import CSV

/// The texts of one file of `Catalogue/`, each in both languages under a stable key.
///
/// The file is CSV: a column `key`, `english` and `indonesian`; further columns are attributes of the entry.
public struct TextCatalogue: Sendable {
    public struct Entry: Sendable {
        public let key: String
        public let english: TextTemplate
        public let indonesian: TextTemplate
        /// What the other columns say, by the column's name.
        public let attributes: [String: String]

        public func words(_ arguments: [String: TextArgument] = [:], in language: Language) -> String {
            switch language {
            case .indonesian: indonesian.filled(arguments, in: language)
            case .english: english.filled(arguments, in: language)
            }
        }
    }

    /// In the order of the file.
    public let entries: [Entry]
    private let places: [String: Int]

    public init(entries: [Entry]) {
        self.entries = entries
        places = Dictionary(entries.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// Reads a catalogue. Throws `CSVError`, and `MalformedText` for a text with a brace too many, a row of the wrong
    /// length, or a key that stands twice.
    public init(csv: String) throws {
        var (header, entries, keys): ([String], [Entry], Set<String>) = ([], [], [])
        var parser = CSVParser()
        let take = { (record: borrowing CSVRecord) in
            let fields = record.fields
            guard !header.isEmpty else {
                header = fields
                return
            }
            guard fields.count == header.count else { throw MalformedText(source: fields.joined(separator: ",")) }
            var row = Dictionary(uniqueKeysWithValues: zip(header, fields))
            guard let key = row.removeValue(forKey: "key"), keys.insert(key).inserted,
                let english = row.removeValue(forKey: "english"),
                let indonesian = row.removeValue(forKey: "indonesian")
            else { throw MalformedText(source: fields[0]) }
            entries.append(
                Entry(
                    key: key,
                    english: try TextTemplate(english),
                    indonesian: try TextTemplate(indonesian),
                    attributes: row
                )
            )
        }
        try parser.parse(Array(csv.utf8).span, take)
        try parser.finish(take)
        self.init(entries: entries)
    }

    public subscript(key: String) -> Entry? { places[key].map { entries[$0] } }

    /// The text of a key in both languages; the key itself where the catalogue has none, which a debug build refuses.
    public func wording(_ key: String, _ arguments: [String: TextArgument] = [:]) -> Wording {
        guard let entry = self[key] else {
            assertionFailure("the catalogue has no text \(key)")
            return Wording(key)
        }
        assert(entry.english.names == Set(arguments.keys), "\(key) says \(entry.english.names)")
        return Wording(
            indonesian: entry.words(arguments, in: .indonesian),
            english: entry.words(arguments, in: .english)
        )
    }

    /// The same, of a text that may say fewer of the arguments.
    public func wording(_ key: String, among arguments: [String: TextArgument]) -> Wording {
        wording(key, arguments.filter { self[key]?.english.names.contains($0.key) ?? false })
    }

    /// The text that says something in English, in both languages: what a statement returns, or the database keeps. Of several
    /// it is the one that says most by itself. Nil where none does.
    ///
    /// - Parameter isMeant: whether it can be the text of a key.
    public func wording(ofEnglish text: String, where isMeant: (String) -> Bool) -> Wording? {
        var best: (entry: Entry, values: [String: String])?
        for entry in entries where isMeant(entry.key) {
            guard entry.english.ownLength > best?.entry.english.ownLength ?? 0,
                let values = entry.english.values(in: text)
            else { continue }
            best = (entry, values)
        }
        guard let (entry, values) = best else { return nil }
        let arguments = values.mapValues { TextArgument.text($0) }
        return Wording(indonesian: entry.words(arguments, in: .indonesian), english: text)
    }

    /// The text of a key; the key itself where the catalogue has none, so that a message is never empty.
    public func words(_ key: String, _ arguments: [String: TextArgument] = [:], in language: Language) -> String {
        self[key]?.words(arguments, in: language) ?? key
    }
}

extension TextCatalogue {
    /// What failed, and why: an error's code, its kind, and the SQLSTATE where the database keeps the rule.
    public static let errors = embedded("errors.csv")
    /// What to do next, by the error's code. Only here, in messages of the programs and in checks do texts name commands.
    public static let advice = embedded("advice.csv")
    /// What the programs say beside their data.
    public static let messages = embedded("messages.csv")
    /// What an import, an audit or a check found, and why work failed: by what finds it.
    public static let findings = embedded("findings.csv")
    /// Why each check of the database is made, and how to mend what it finds, by the check's name. The English is the header of
    /// its file.
    public static let checks = embedded("checks.csv")
    /// The titles of tables' columns, by the column's key.
    public static let titles = embedded("titles.csv")
    /// What a code of a table's cell is called, by what it is a code of: "run.done".
    public static let words = embedded("words.csv")

    /// Each file by its name.
    public static let all = [
        "errors.csv": errors, "advice.csv": advice, "messages.csv": messages, "titles.csv": titles,
        "words.csv": words, "findings.csv": findings, "checks.csv": checks,
    ]

    private static func embedded(_ name: String) -> TextCatalogue {
        guard let file = EmbeddedFiles.all.first(where: { $0.path == name }) else {
            preconditionFailure("no catalogue \(name) is embedded")
        }
        do {
            return try TextCatalogue(csv: file.text)
        } catch {
            preconditionFailure("\(name): \(error)")
        }
    }
}
