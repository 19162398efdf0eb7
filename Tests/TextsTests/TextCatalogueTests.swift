import Testing
import Texts

@Suite("The catalogue of texts")
struct TextCatalogueTests {
    @Test("a file is read by its header; other columns are attributes")
    func read() throws {
        let catalogue = try TextCatalogue(
            csv:
                "key,kind,english,indonesian\ncycle.closed,conflict,\"cycle {cycle} is closed\",siklus {cycle} ditutup\n"
        )
        #expect(catalogue.entries.map(\.key) == ["cycle.closed"])
        #expect(catalogue["cycle.closed"]?.attributes == ["kind": "conflict"])
        #expect(
            catalogue.words("cycle.closed", ["cycle": "2026-Q3"], in: .indonesian) == "siklus 2026-Q3 ditutup"
        )
        #expect(catalogue.words("nothing.known", in: .english) == "nothing.known")
    }

    @Test(
        "a row of the wrong length, a key twice and a missing column are refused",
        arguments: [
            "key,english,indonesian\na,b\n", "key,english,indonesian\na,b,c\na,d,e\n", "key,english\na,b\n",
            "english,indonesian\na,b\n", "key,english,indonesian\na,{b,c\n",
        ]
    )
    func refused(_ csv: String) {
        #expect(throws: MalformedText.self) { try TextCatalogue(csv: csv) }
    }

    @Test("every text says the same in both languages: neither is empty, and both have the same places")
    func bothLanguages() {
        for (file, catalogue) in TextCatalogue.all {
            for entry in catalogue.entries {
                #expect(!entry.english.source.isEmpty && !entry.indonesian.source.isEmpty, "\(file): \(entry.key)")
                #expect(entry.english.names == entry.indonesian.names, "\(file): \(entry.key)")
            }
        }
    }

    @Test("an English text is found again, by the entry that says most of it, and said in both languages")
    func ofEnglish() throws {
        let catalogue = try TextCatalogue(
            csv: """
                key,english,indonesian
                check.path,{reason},{reason}
                check.member,is a member of {role},anggota {role}
                check.member_twice,is a member of {role} and {other},anggota {role} dan {other}

                """
        )
        func wording(_ text: String) -> Wording? { catalogue.wording(ofEnglish: text) { $0.hasPrefix("check.m") } }
        #expect(wording("is a member of x")?(.indonesian) == "anggota x")
        #expect(wording("is a member of x and y")?(.indonesian) == "anggota x dan y")
        #expect(wording("is a member of x and y")?(.english) == "is a member of x and y")
        #expect(wording("is a stranger") == nil)
        #expect(catalogue.wording(ofEnglish: "is a stranger") { _ in true } == nil)
    }

    @Test("every message is in its file, and the file has no other")
    func messages() {
        #expect(TextCatalogue.messages.entries.map(\.key) == Message.allCases.map(\.rawValue))
    }

    @Test(
        "the language of a locale",
        arguments: [
            ("id_ID.UTF-8", Language.indonesian), ("id", .indonesian), ("ID_id", .indonesian), ("id@x", .indonesian),
            ("en_GB.UTF-8", .english), ("C", .english), ("POSIX", .english), ("", .english), ("idx", .english),
        ]
    )
    func locales(_ locale: String, _ language: Language) {
        #expect(Language(locale: locale) == language)
    }
}
