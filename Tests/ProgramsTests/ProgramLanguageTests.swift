import Programs
import Testing
import Texts

@Suite("The language of a program")
struct ProgramLanguageTests {
    @Test(
        "is the option's, else the variable's, else the locale's; what is empty does not count",
        arguments: [
            (["--language", "id"], ["MUTASI_LANGUAGE": "en"], Language.indonesian),
            (["--language=en"], ["LANG": "id_ID"], .english),
            (["--language", "en", "--language", "id"], [:], .indonesian),
            ([], ["MUTASI_LANGUAGE": "id", "LC_ALL": "C"], .indonesian),
            ([], ["MUTASI_LANGUAGE": "", "LANG": "id"], .indonesian),
            ([], ["LC_ALL": "id_ID.UTF-8", "LANG": "C"], .indonesian),
            ([], ["LC_ALL": "C", "LANG": "id_ID"], .english),
            ([], ["LC_ALL": "", "LC_MESSAGES": "id", "LANG": "C"], .indonesian),
            ([], ["LANG": "id_ID.UTF-8"], .indonesian),
            ([], [:], .english), (["--", "--language", "id"], [:], .english),
        ]
    )
    func chosen(_ arguments: [String], _ environment: [String: String], _ expected: Language) throws {
        let language = ProgramLanguage(arguments: arguments, environment: environment)
        #expect(language.language == expected)
        #expect(throws: Never.self) { try language.arguments() }
    }

    @Test(
        "the option is taken off the arguments, wherever it stands before --",
        arguments: [
            (["agency", "list"], ["agency", "list"]), (["--language", "id", "agency", "list"], ["agency", "list"]),
            (["agency", "--language=id", "list"], ["agency", "list"]),
            (["agency", "list", "--language", "id"], ["agency", "list"]),
            (["a", "--language", "id", "--", "--language", "b"], ["a", "--", "--language", "b"]),
            (["--languages"], ["--languages"]),
        ]
    )
    func rest(_ arguments: [String], _ expected: [String]) throws {
        #expect(try ProgramLanguage(arguments: arguments, environment: [:]).arguments() == expected)
    }

    @Test(
        "a wrong value is refused, of the option as usage, of the variable as configuration, in a language that is known",
        arguments: [
            (["--language", "fr"], [:], Programs.ExitStatus.usage, Language.english),
            (["--language"], [:], .usage, .english),
            (["--language", "--format", "csv"], ["LANG": "id"], .usage, .indonesian),
            (["--language=ID"], [:], .usage, .english),
            (["--language", "fr", "--language", "id"], [:], .usage, .indonesian),
            ([], ["MUTASI_LANGUAGE": "fr", "LANG": "id"], .configuration, .indonesian),
            (["--language="], ["MUTASI_LANGUAGE": "id"], .usage, .indonesian),
        ]
    )
    func refused(
        _ arguments: [String],
        _ environment: [String: String],
        _ status: Programs.ExitStatus,
        _ expected: Language
    ) throws {
        let language = ProgramLanguage(arguments: arguments, environment: environment)
        #expect(language.language == expected)
        let refusal = try #require(throws: Stop.self) { try language.arguments() }
        #expect(refusal.status == status)
        #expect(ErrorWords(refusal, in: expected)?.fact.contains("id, en") == true)
    }

    @Test("the option wins over a wrong variable")
    func optionWins() throws {
        let language = ProgramLanguage(arguments: ["--language", "id"], environment: ["MUTASI_LANGUAGE": "fr"])
        #expect(language.language == .indonesian)
        #expect(try language.arguments() == [])
    }
}
