import Characters
import Testing

@Suite("The nearest word")
struct NearestTests {
    private static let words = ["agency", "appraisal", "cycle", "show", "successors", "2026-Q3", "kec-baru", "dinkes"]

    @Test(
        "is found after a slip or two, and by its beginning",
        arguments: [
            ("cicle", "cycle"), ("shwo", "show"), ("successor", "successors"), ("appr", "appraisal"),
            ("2026Q3", "2026-Q3"), ("dinkse", "dinkes"), ("DINKES", "dinkes"), ("kec-bauru", "kec-baru"),
        ]
    )
    func near(_ typed: String, _ meant: String) {
        #expect(typed.nearest(of: Self.words) == meant)
    }

    @Test("is none where it would be a guess", arguments: ["transfer", "x", "", "zzzzzz", "2031-Q4"])
    func far(_ typed: String) {
        #expect(typed.nearest(of: Self.words) == nil)
    }

    @Test("is not the word itself, and the first of equals")
    func ties() {
        #expect("abc".nearest(of: ["abc"]) == nil)
        #expect("abcd".nearest(of: ["abce", "abcf"]) == "abce")
    }
}
