import Testing
import Texts

@testable import Reports

@Suite("Width of drawn text")
struct TextWidthTests {
    @Test("breaks between words, and within one that is too wide")
    func wrapping() {
        #expect("Dinas Kesehatan Kota Medan".wrapped(to: 15) == ["Dinas Kesehatan", "Kota Medan"])
        #expect("abcdefghij kl".wrapped(to: 4) == ["abcd", "efgh", "ij", "kl"])
        #expect("".wrapped(to: 4) == [])
        #expect("abc".wrapped(to: 0) == ["a", "b", "c"])
    }

    @Test("takes a name of any length in its stride")
    func long() {
        let name = String(repeating: "人X", count: 50_000)
        #expect(name.wrapped(to: 30).count == 5_000)
        #expect(name.wrapped(toUnits: 400, size: 14, most: 3).count == 3)
        #expect(name.shortened(toUnits: 60, size: 12) == "人X人X…")
    }

    @Test("cuts what takes too many lines")
    func most() {
        let lines = String(repeating: "Dinas Kesehatan ", count: 20).wrapped(toUnits: 200, size: 14, most: 3)
        #expect(lines.count == 3)
        #expect(lines.last?.hasSuffix("…") == true)
        #expect(lines.allSatisfy { $0.width(size: 14) <= 200 })
    }

    @Test("writes numbers as short as they must be")
    func numbers() {
        #expect(Language.indonesian.number(1_234_567, fitting: 9) == "1.234.567")
        #expect(Language.indonesian.number(1_234_567, fitting: 8) == "1,2\u{A0}jt")
        #expect(Language.english.number(1_299_999, fitting: 8) == "1.2M")
        #expect(Language.english.number(15_003, fitting: 4) == "15k")
        #expect(Language.english.number(999, fitting: 1) == "999")
        #expect(Language.english.number(.max, fitting: 8) == "9,223,372T")
    }

    @Test("writes decimals and periods")
    func decimals() {
        #expect(Language.indonesian.decimal(82.5, places: 2) == "82,50")
        #expect(Language.english.decimal(-1234.567, places: 1) == "-1,234.6")
        #expect(Language.english.decimal(0.999, places: 2) == "1.00")
        #expect(Language.english.decimal(-0.4, places: 0) == "0")
        #expect(Language.english.decimal(.nan, places: 1) == "–")
        #expect(Language.indonesian.period(months: 24) == "2 tahun")
        #expect(Language.english.period(months: 30) == "2.5 years")
        #expect(Language.english.period(months: 1) == "1 month")
    }
}
