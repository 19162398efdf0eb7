import Reports
import Testing

@Suite("JSONValue")
struct JSONValueTests {
    @Test("keeps the order of keys and nests")
    func nesting() {
        let document: JSONValue = [
            "cycle": "2026-Q3", "phases": [["name": "open", "people": 3], []], "asOf": nil, "none": [:], "final": false,
        ]
        #expect(
            document.rendered()
                == """
                {
                  "cycle": "2026-Q3",
                  "phases": [
                    {
                      "name": "open",
                      "people": 3
                    },
                    []
                  ],
                  "asOf": null,
                  "none": {},
                  "final": false
                }
                """
        )
        #expect(
            document.rendered(indent: 0)
                == #"{"cycle":"2026-Q3","phases":[{"name":"open","people":3},[]],"asOf":null,"none":{},"final":false}"#
        )
    }

    @Test(
        "escapes what RFC 8259 asks for, and what a terminal would obey",
        arguments: [
            ("a\"b\\c/d", #""a\"b\\c/d""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1F}", #""\u0000\u001f""#),
            ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("é人🙂\r\n", #""é人🙂\r\n""#), ("", #""""#),
        ]
    )
    func escapes(text: String, json: String) {
        #expect(JSONValue.string(text).rendered() == json)
        #expect(JSONValue.object([.init(text, .null)]).rendered(indent: 0) == "{\(json):null}")
    }

    @Test("writes whole numbers exactly", arguments: [Int.min, -1, 0, Int.max])
    func integers(number: Int) {
        #expect(JSONValue.integer(number).rendered() == String(number))
    }

    @Test(
        "writes decimals as they stand",
        arguments: ["0", "-0.50", "82.50", "12345678901234567890.10", "1e5", "1.5E-07"]
    )
    func decimals(digits: String) {
        #expect(JSONValue.decimal(digits).rendered() == digits)
    }

    @Test(
        "writes what is no JSON number as a string",
        arguments: ["", "-", "NaN", "01", "1.", ".5", "+1", "1e", "1,5", "1 ", "1.2.3", "١"]
    )
    func noNumbers(digits: String) {
        #expect(JSONValue.decimal(digits).rendered() == "\"\(digits)\"")
    }
}
