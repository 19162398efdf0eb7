import Testing
import Texts

@Suite("Text templates")
struct TextTemplateTests {
    @Test(
        "places are filled in the language's way",
        arguments: [
            ("{count} {count:person|people} of {agency}", 1, "1 person of dinkes", "1 person of dinkes"),
            ("{count} {count:person|people} of {agency}", 15_000, "15,000 people of dinkes", "15.000 people of dinkes"),
            ("{agency}", 0, "dinkes", "dinkes"), ("no place", 0, "no place", "no place"), ("", 0, "", ""),
            ("{missing} of {agency}", 0, "{missing} of dinkes", "{missing} of dinkes"),
        ]
    )
    func filled(_ source: String, _ count: Int, _ english: String, _ indonesian: String) throws {
        let template = try TextTemplate(source)
        let arguments: [String: TextArgument] = ["count": .number(count), "agency": "dinkes"]
        #expect(template.filled(arguments, in: .english) == english)
        #expect(template.filled(arguments, in: .indonesian) == indonesian)
    }

    @Test("an argument with a brace is shown, never read as a place")
    func braces() throws {
        let template = try TextTemplate("{name} and {other}")
        #expect(template.filled(["name": "{other}", "other": "x"], in: .english) == "{other} and x")
    }

    @Test("a wording follows the language")
    func wording() throws {
        let state = TextArgument.wording(Wording(indonesian: "ditutup", english: "closed"))
        #expect(try TextTemplate("{state}").filled(["state": state], in: .indonesian) == "ditutup")
        #expect(try TextTemplate("{state}").filled(["state": state], in: .english) == "closed")
    }

    @Test(
        "a brace too many, a place without a name and a form without its half are refused",
        arguments: ["{", "}", "a {b", "a b}", "{}", "{a b}", "{a:one}", "{a:one|two|three}", "{é}", "{:a|b}"]
    )
    func malformed(_ source: String) {
        #expect(throws: MalformedText(source: source)) { try TextTemplate(source) }
    }

    @Test("a template tells its places")
    func names() throws {
        #expect(try TextTemplate("{a} {b:one|two} {a}").names == ["a", "b"])
    }

    @Test(
        "the values of a text that it made are read back, each as short as can be",
        arguments: [
            ("{role} of {agency}", "a of b of c", ["role": "a", "agency": "b of c"]),
            ("{count} {count:row|rows} left", "1 row left", ["count": "1"]),
            ("{count} {count:row|rows} left", "7 rows left", ["count": "7"]),
            ("is missing", "is missing", [:]), ("is {state}", "is ", nil), ("is missing", "is missing now", nil),
            ("{a}: {b}", "none", nil),
        ] as [(String, String, [String: String]?)]
    )
    func values(_ source: String, _ text: String, _ values: [String: String]?) throws {
        #expect(try TextTemplate(source).values(in: text) == values)
    }
}
