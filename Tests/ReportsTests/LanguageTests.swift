import Personnel
import Testing
import Texts

@testable import Reports

@Suite("Language")
struct LanguageTests {
    @Test(
        "groups numbers by three",
        arguments: [
            (0, "0", "0"), (999, "999", "999"), (15_000, "15.000", "15,000"), (-1_234_567, "-1.234.567", "-1,234,567"),
        ]
    )
    func numbers(number: Int, indonesian: String, english: String) {
        #expect(Language.indonesian.number(number) == indonesian)
        #expect(Language.english.number(number) == english)
    }

    @Test(
        "rounds percents to the nearest tenth, but never to all or to none",
        arguments: [
            (962, 1000, "96,2 %"), (1, 3, "33,3 %"), (2, 3, "66,7 %"), (1, 2000, "0,1 %"), (5, 5, "100,0 %"),
            (0, 5, "0,0 %"), (99_999, 100_000, "99,9 %"), (1, 100_000, "<0,1 %"), (0, 0, "–"),
        ]
    )
    func percents(part: Int, whole: Int, text: String) {
        #expect(Language.indonesian.percent(part, of: whole) == text.replacing(" ", with: "\u{A0}"))
        #expect(
            Language.english.percent(part, of: whole)
                == text.replacing(" ", with: "").replacing(",", with: ".")
        )
    }

    @Test(
        "writes durations in the unit people think in",
        arguments: [
            (0.04, "0,0 detik", "0.0 s"), (12.34, "12,3 detik", "12.3 s"), (59.4, "59,4 detik", "59.4 s"),
            (59.6, "1 mnt 00 dtk", "1 min 00 s"), (125, "2 mnt 05 dtk", "2 min 05 s"),
            (3720, "1 jam 02 mnt", "1 h 02 min"), (-1, "–", "–"), (.nan, "–", "–"), (.infinity, "–", "–"),
        ]
    )
    func durations(seconds: Double, indonesian: String, english: String) {
        #expect(Language.indonesian.duration(seconds: seconds) == indonesian)
        #expect(Language.english.duration(seconds: seconds) == english)
    }

    @Test("writes days out")
    func dates() {
        #expect(Language.indonesian.date(.on(2026, 8, 1)) == "1 Agustus 2026")
        #expect(Language.english.date(.on(2026, 8, 17)) == "17 August 2026")
    }
}
