import Characters
import Personnel
import Testing
import Texts

@testable import Reports

@Suite("TalentReport")
struct TalentReportTests {
    private static func report(_ sample: Sample) -> TalentReport {
        let mark = Wording(Sample.hostile)
        return TalentReport(
            frame: sample.frame,
            cycle: Sample.hostile,
            ruleSet: Sample.hostile,
            nineBox: sample.nineBox.nineBox,
            ratings: sample.ratings,
            coverage: sample.coverage,
            ages: sample.ages,
            tenure: sample.tenure,
            bases: .init(
                isRating: true,
                byRating: [120, 3_101, 671],
                byScore: [1_221, nil, nil],
                lower: 1_101,
                higher: 0,
                smallestGroup: 5
            ),
            fairness: .init(
                rows: [
                    .init(kind: mark, group: Wording("a"), people: 12_000, highPerformance: 0.4125, highPotential: 1),
                    .init(kind: mark, group: Wording("b"), people: 20, highPerformance: nil, highPotential: 0),
                    .init(
                        kind: Wording("other"),
                        group: mark,
                        people: 3,
                        highPerformance: .nan,
                        highPotential: 7
                    ),
                    .init(
                        kind: Wording("other"),
                        group: Wording("hidden"),
                        people: 4,
                        highPerformance: nil,
                        highPotential: nil
                    ),
                ],
                smallestGroup: 10,
                note: mark
            ),
            raters: .init(
                raters: 70,
                notable: 7,
                bins: [
                    .init(from: nil, to: -2.5, raters: 20), .init(from: -2.5, to: 2.5, raters: 30),
                    .init(from: 2.5, to: nil, raters: 20),
                ]
            ),
            outlook: .init(due: 1_234, retiring: nil, vacant: 25, posts: 1_000)
        )
    }

    @Test("is one well-formed page that fetches nothing, whoever is in it", arguments: Language.allCases)
    func page(language: Language) throws {
        for sample in Sample.all {
            let page = try Element.parse(Self.report(sample).html(language: language))
            #expect(page.attributes["lang"] == language.rawValue)
            #expect(page.all("h1").count == 1)
            #expect(page.all("h2").count == 10)
            #expect(page.all("svg").filter { $0.attributes["role"] == "img" }.count == 6)
            #expect(page.all("b").allSatisfy { $0.text.first?.isLetter != true })
            let forbidden: Set = ["src", "href", "style"]
            #expect(page.all.allSatisfy { forbidden.isDisjoint(with: $0.attributes.keys) })
            for drawing in page.all("svg") {
                let outside = try Geometry(drawing).outside
                #expect(outside.isEmpty)
            }
            #expect(!page.content.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
    }

    @Test("shows groups with their shares, and hides the small")
    func fairness() throws {
        let page = try Element.parse(Self.report(Sample.all[0]).html())
        let table = try #require(page.all("table").first { $0.attributes["class"] == "fairness" })
        let rows = table.all("tr").dropFirst()
            .map { row in row.children.filter { $0.attributes["class"] != "bar short" }.map(\.text) }
        let name = Sample.hostile.visible
        #expect(
            rows == [
                [name, "a", "12.000", "41,3\u{A0}%", "100,0\u{A0}%"], ["", "b", "20", "–", "0,0\u{A0}%"],
                ["other", name, "3", "–", "–"],
            ]
        )
        #expect(
            page.all("p")
                .contains {
                    $0.text.contains("di baliknya kurang dari 10 pegawai, atau akan membuka")
                        && $0.text.contains("1 kelompok lain terlalu kecil") && $0.text.contains("bukan bukti")
                }
        )
    }

    @Test("shows how the rating and the score differ as the basis of the level, and which one counts")
    func bases() throws {
        let page = try Element.parse(Self.report(Sample.all[0]).html(language: .english))
        let table = try #require(page.all("table").first { $0.attributes["class"] == "bases" })
        let rows = table.all("tr").map { row in row.children.map(\.text) }
        #expect(
            rows == [
                ["People", "Below expectation", "As expected", "Above expectation"],
                ["By the rating", "120", "3,101", "671"], ["By the score", "1,221", "–", "–"],
            ]
        )
        let notes = page.all("p").map(\.text)
        #expect(notes.contains { $0.contains("from the rating") && $0.contains("below 5 people") })
        #expect(notes.contains { $0.contains("lower for 1,101 people and higher for 0 people") })
    }

    @Test("counts raters and names none")
    func raters() throws {
        let page = try Element.parse(Self.report(Sample.all[0]).html(language: .english))
        #expect(
            page.all("p")
                .contains {
                    $0.text.hasPrefix("Raters compared: 70. Milder or stricter than chance explains: 7 (10.0%).")
                }
        )
        #expect(page.all("desc").contains { $0.text == "<−2.5: 20; −2.5…2.5: 30; ≥2.5: 20" })
    }

    @Test("says what is to be prepared, and what is not known")
    func outlook() throws {
        let page = try Element.parse(Self.report(Sample.all[0]).html(language: .english))
        let section = try #require(page.all("section").first { $0.attributes["class"] == "whole three" })
        #expect(section.all("b").map(\.text) == ["1,234", "–", "25"])
        #expect(
            section.all("span").map(\.text) == ["5 years or more in the post", "within 1 year", "2.5% of 1,000 posts"]
        )
    }

    @Test("names the rules it rests on", arguments: Language.allCases)
    func sources(language: Language) throws {
        let notes = try Element.parse(Self.report(Sample.all[0]).html(language: language)).all("footer").map(\.content)
            .joined()
        for source in [
            "PermenPANRB 6/2022", "24–25", "SE MenPANRB 3/2023", "PermenPANRB 3/2020", "20/2025", "BKN 411/2025",
            "UU 20/2023",
        ] {
            #expect(notes.contains(source))
        }
    }

    @Test("leaves out what it is not given")
    func parts() throws {
        let sample = Sample(people: 0, scope: "x")
        let report = TalentReport(
            frame: sample.frame,
            cycle: "2026",
            ruleSet: "r",
            nineBox: sample.nineBox.nineBox,
            ratings: sample.ratings,
            coverage: sample.coverage,
            ages: sample.ages,
            tenure: sample.tenure
        )
        let page = try Element.parse(report.html())
        #expect(page.all("table").isEmpty)
        #expect(page.all("svg").filter { $0.attributes["role"] == "img" }.count == 5)
    }
}
