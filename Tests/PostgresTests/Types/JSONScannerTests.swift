import Postgres
import TestSupport
import Testing

@Suite("Documents that somebody typed")
struct JSONScannerTests {
    @Test(
        "what is no JSON, and what is and jsonb refuses, is named with its place",
        arguments: [
            ("", .syntax(at: 1)), ("{", .syntax(at: 2)), (#"{"a" 1}"#, .syntax(at: 6)), ("[1,]", .syntax(at: 4)),
            ("[1 2]", .syntax(at: 4)), ("01", .syntax(at: 3)), ("1.", .syntax(at: 3)), ("tru", .syntax(at: 4)),
            ("\"a\nb\"", .syntax(at: 3)), (#""\x""#, .syntax(at: 3)), ("{}{}", .syntax(at: 3)),
            (#"{"period": "quarter\u0000"}"#, .nul(at: 20)), (#""\ud800""#, .surrogate(at: 2)),
            (#"["\udc00"]"#, .surrogate(at: 3)), (#""\ud800\u0041""#, .surrogate(at: 2)),
            ("1e131072", .number(at: 1)), ("[-1e-16384]", .number(at: 2)), ("1e99999999999999999999", .number(at: 1)),
            (String(repeating: "[", count: 101), .depth),
            (String(repeating: #"{"a":"#, count: 1_000_000), .size(limit: 1_000_000)),
        ] as [(String, JSONFlaw)]
    )
    func flaws(_ text: String, _ flaw: JSONFlaw) {
        let found = #expect(throws: JSONFlaw.self) { try JSONDocument(checking: text) }
        #expect(found == flaw, "\(found?.description ?? "")")
    }

    @Test("a number may have all the digits that the server keeps, and no more")
    func numbers() throws {
        for text in [
            "9" + String(repeating: "0", count: 131_071), "1e131071", "0.1e131072", "1e-16383", "0e999999", "-0",
        ] {
            #expect(try JSONDocument(checking: text).text == text)
        }
        #expect(throws: JSONFlaw.number(at: 1)) {
            try JSONDocument(checking: "9" + String(repeating: "0", count: 131_072))
        }
        #expect(throws: JSONFlaw.number(at: 1)) {
            try JSONDocument(checking: "0." + String(repeating: "0", count: 16_383) + "1")
        }
    }

    @Test("the server takes what is taken and refuses what is refused, of five thousand random texts")
    func oracle() async throws {
        var generator = SeededGenerator(state: 606)
        let seeds = [
            #"{"a": [1, 2.5e3, -0, null, true, false], "é\n": {"b": {}}}"#, #"["\ud83d\ude00", "\u0041", "", []]"#,
            #"{"period": "quarter"}"#, "12345", "1e5", #""x""#,
        ]
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\udc00", "\\u00e9", "u", "e", "E", "+",
            "-",
            ".", "0", "1", "9", "e131071", "e131072", "e-16383", "e-16384", "null", "true", " ", "\t", "\n", "\u{1}",
            "\u{7F}", "é", "🏝️", "//", "NaN", "\"a\":", "1e1000000000", "00",
        ]
        var texts = Array(Set(seeds + pieces))
        while texts.count < 5_000 {
            var text = Array(texts[Int.random(in: 0..<min(texts.count, 400), using: &generator)])
            for _ in 0...Int.random(in: 0...2, using: &generator) {
                let place = Int.random(in: 0...text.count, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0 where place < text.count: text.remove(at: place)
                case 1: text.insert(contentsOf: pieces.randomElement(using: &generator) ?? "", at: place)
                default: text.insert(contentsOf: seeds.randomElement(using: &generator) ?? "", at: place)
                }
            }
            texts.append(String(text))
        }
        let all = texts
        try await onServer { tx in
            try tx.execute(
                """
                create function pg_temp.takes(p_text text) returns boolean language plpgsql as $$
                begin perform p_text::jsonb; return true; exception when others then return false; end $$
                """
            )
            let taken = try tx.all(
                "select pg_temp.takes(t) from unnest(\(all)) with ordinality u (t, n) order by n",
                as: Bool.self
            )
            #expect(taken.contains(true) && taken.contains(false))
            for (text, isTaken) in zip(all, taken) {
                #expect(((try? JSONDocument(checking: text)) != nil) == isTaken, "\(text)")
            }
        }
    }
}
