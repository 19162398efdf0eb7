import Personnel
import Reports
import Testing
import Texts

@Suite("CycleReport")
struct CycleReportTests {
    private typealias Figures = CycleFigures

    private static let hostile = "<b>&\"'</td>"

    private static let report = CycleReport(
        title: "Kota Medan",
        cycle: "2026-Q3",
        firstDate: .on(2026, 7, 1),
        lastDate: .on(2026, 9, 30),
        asOf: .on(2026, 10, 12),
        ruleSet: "nasional-2026",
        boxes: .national,
        agencies: [
            .init(
                code: "dinkes",
                name: "Dinas Kesehatan",
                shortName: "Dinkes",
                figures: Figures(
                    people: 14_000,
                    rated: 13_500,
                    missing: 500,
                    ratings: [2_000, 11_000, 300, 150, 50],
                    boxes: [101, 202, 303, 404, 6_005, 606, 707, 808, 3_909],
                    unplaced: 455
                )
            ),
            .init(
                code: "setda",
                name: hostile,
                shortName: hostile,
                figures: Figures(
                    people: 1_000,
                    rated: 927,
                    missing: 73,
                    ratings: [27, 800, 60, 30, 10],
                    boxes: [12, 23, 34, 45, 556, 67, 78, 89, 21],
                    unplaced: 2
                )
            ),
            .init(
                code: "kec-baru",
                name: "Kecamatan Medan Baru",
                shortName: "Medan Baru",
                figures: Figures(
                    people: 3,
                    rated: 3,
                    missing: 0,
                    ratings: [0, 3, 0, 0, 0],
                    boxes: [0, 0, 0, 0, 3, 0, 0, 0, 0],
                    unplaced: 0
                )
            ),
        ],
        phases: [
            .init(name: "remind", state: "done", due: .on(2026, 10, 7), people: 15_003, failures: 0),
            .init(name: "final", state: "running", due: .on(2026, 11, 21), people: 8_000, failures: 4),
            .init(name: "appeal", state: "parked", due: .on(2026, 12, 1), people: 0, failures: 0),
        ]
    )

    private func page(_ language: Language = .indonesian, of report: CycleReport = Self.report) throws -> Element {
        try Element.parse(report.html(language: language))
    }

    @Test("sums its agencies to the city")
    func sums() {
        let city = Self.report.city
        #expect(city.people == 15_003)
        #expect(city.rated == 14_430)
        #expect(city.missing == 573)
        #expect(city.ratings == [2_027, 11_803, 360, 180, 60])
        #expect(city.boxes == [113, 225, 337, 449, 6_564, 673, 785, 897, 3_930])
        #expect(city.unplaced == 457)
        #expect(city.ratings.reduce(0, +) == city.rated)
        #expect(city.boxes.reduce(0, +) + city.unplaced == city.rated)
        #expect(Figures() + city == city)
    }

    @Test("is one well-formed page that fetches and runs nothing", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let page = try page(language)
        #expect(page.name == "html")
        #expect(page.attributes["lang"] == language.rawValue)
        #expect(page.all("h1").count == 1)
        let forbidden: Set = ["script", "link", "img", "iframe", "image", "use", "object", "base"]
        #expect(page.all.allSatisfy { !forbidden.contains($0.name) })
        let fetching: Set = ["src", "href", "style", "action", "background"]
        #expect(page.all.allSatisfy { fetching.isDisjoint(with: $0.attributes.keys) })
        #expect(page.all.allSatisfy { element in !element.attributes.keys.contains { $0.hasPrefix("on") } })
        let style = page.all("style").map(\.text).joined()
        #expect(style.contains("@page"))
        #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("@font-face"))
    }

    @Test("shows an agency's name as it is, whatever it is")
    func escaping() throws {
        let page = try page()
        #expect(page.all("b").contains { $0.text == Self.hostile && $0.children.isEmpty })
        #expect(page.all("th").contains { $0.text == Self.hostile && $0.children.isEmpty })
        #expect(page.all("title").contains { $0.text == "Peta talenta, " + Self.hostile })
        #expect(!Self.report.html().contains("<b>&\""))
    }

    @Test("escapes every text it is given")
    func everyText() throws {
        let mark = "<i>&\"'\u{1}"
        let figures = Self.report.city
        let report = CycleReport(
            title: mark,
            cycle: mark,
            firstDate: .on(2026, 7, 1),
            lastDate: .on(2026, 9, 30),
            asOf: .on(2026, 10, 12),
            ruleSet: mark,
            boxes: .national,
            agencies: [.init(code: mark, name: mark, shortName: mark, figures: figures)],
            phases: [.init(name: mark, state: mark, due: .on(2026, 7, 1), people: 1, failures: 1)]
        )
        for language in Language.allCases {
            let page = try page(language, of: report)
            #expect(page.all("i").isEmpty)
            #expect(page.content.contains("<i>&\"'\\u{1}"))
            #expect(!page.content.contains("\u{1}"))
        }
    }

    @Test("writes numbers and words in its language")
    func languages() throws {
        let indonesian = try page()
        #expect(indonesian.all("h1")[0].text == "Laporan Penilaian Kinerja dan Talenta")
        #expect(keyFigures(indonesian) == ["15.003", "14.430", "96,2\u{A0}%", "573", "5.612"])
        #expect(indonesian.all("dd").map(\.content).contains("1 Juli 2026 – 30 September 2026"))
        let english = try page(.english)
        #expect(english.all("h1")[0].text == "Appraisal and Talent Report")
        #expect(keyFigures(english) == ["15,003", "14,430", "96.2%", "573", "5,612"])
        #expect(english.all("dd").map(\.content).contains("1 July 2026 – 30 September 2026"))
    }

    private func keyFigures(_ page: Element) -> [String] {
        page.all("dl").first { $0.attributes["class"] == "key" }?.all("b").map(\.text) ?? []
    }

    @Test("describes every drawing, and hides the bars that only repeat a number")
    func accessibility() throws {
        let page = try page()
        let drawings = page.all("svg").filter { $0.attributes["role"] == "img" }
        #expect(drawings.count == 2 + Self.report.agencies.count)
        for drawing in drawings {
            #expect(drawing.children.prefix(2).map(\.name) == ["title", "desc"])
            #expect(drawing.children.prefix(2).allSatisfy { !$0.text.isEmpty })
        }
        #expect(page.all("svg").allSatisfy { $0.attributes["role"] == "img" || $0.attributes["aria-hidden"] == "true" })
        #expect(page.all("th").allSatisfy { ["row", "col"].contains($0.attributes["scope"]) })
    }

    @Test("prints every count of the city and of each agency in its drawing")
    func counts() throws {
        let drawings = try page().all("svg").filter { $0.attributes["role"] == "img" }
        let city = texts(drawings[0])
        for count in ["113", "225", "337", "449", "6.564", "673", "785", "897", "3.930"] {
            #expect(city.contains(count))
        }
        let ratings = texts(drawings[1])
        #expect(
            ratings == [
                "Sangat Baik", "2.027 · 14,0\u{A0}%", "Baik", "11.803 · 81,8\u{A0}%", "Butuh Perbaikan",
                "360 · 2,5\u{A0}%", "Kurang", "180 · 1,2\u{A0}%", "Sangat Kurang", "60 · 0,4\u{A0}%",
            ]
        )
        #expect(texts(drawings[2]) == ["404", "707", "3.909", "202", "6.005", "808", "101", "303", "606"])
        #expect(texts(drawings[3]) == ["45", "78", "21", "23", "556", "89", "12", "34", "67"])
        #expect(texts(drawings[4]) == ["0", "0", "0", "0", "3", "0", "0", "0", "0"])
    }

    private func texts(_ drawing: Element) -> [String] { drawing.all("text").map(\.content) }

    @Test("lists coverage, what is missing, and the run")
    func tables() throws {
        let tables = try page().all("table")
            .map { table in
                table.all("tr").dropFirst().map { row in row.children.filter { !$0.text.isEmpty }.map(\.text) }
            }
        #expect(
            tables == [
                [
                    ["Dinas Kesehatan", "500", "87,3\u{A0}%", "3,6\u{A0}%"],
                    [Self.hostile, "73", "12,7\u{A0}%", "7,3\u{A0}%"],
                ],
                [
                    ["Dinas Kesehatan", "14.000", "13.500", "500", "96,4\u{A0}%"],
                    [Self.hostile, "1.000", "927", "73", "92,7\u{A0}%"],
                    ["Kecamatan Medan Baru", "3", "3", "0", "100,0\u{A0}%"],
                    ["Jumlah", "15.003", "14.430", "573", "96,2\u{A0}%"],
                ],
                [
                    ["Pengingat", "7 Oktober 2026", "selesai", "15.003", "0"],
                    ["Hasil akhir", "21 November 2026", "berjalan", "8.000", "4"],
                    ["appeal", "1 Desember 2026", "parked", "0", "0"],
                ],
            ]
        )
    }

    @Test("a bar's track is the whole that its percentage is of")
    func bars() throws {
        let page = try page()
        let missing = try #require(page.all("table").first)
        let bars = missing.all("rect").filter { $0.attributes["fill"] == "#1f5f99" }
        #expect(bars.map { $0.attributes["width"] } == ["873", "127"])
        let ratings = page.all("svg").filter { $0.attributes["role"] == "img" }[1].all("rect")
        let lengths = ratings.compactMap { $0.attributes["width"].flatMap(Double.init) }
        let tracks = stride(from: 0, to: lengths.count, by: 2).map { lengths[$0] }
        let filled = stride(from: 1, to: lengths.count, by: 2).map { lengths[$0] / tracks[0] * 100 }
        for (share, percent) in zip(filled, [14.0, 81.8, 2.5, 1.2, 0.4]) { #expect(abs(share - percent) < 1) }
    }

    @Test("says of which cycle and day it is, and what is complete", arguments: Language.allCases)
    func identity(language: Language) throws {
        let page = try page(language)
        let words = language == .indonesian ? "Triwulan III 2026" : "Quarter III of 2026"
        #expect(page.all("dd").map(\.content).contains(words))
        #expect(page.all("title")[0].text.contains(words))
        #expect(
            page.all("p")
                .contains {
                    $0.text
                        == (language == .indonesian
                            ? "1 dari 3 perangkat daerah sudah lengkap." : "1 of 3 agencies are complete.")
                }
        )
    }

    @Test("names the rules it rests on", arguments: Language.allCases)
    func sources(language: Language) throws {
        let notes = try page(language).all("footer").map(\.content).joined()
        for source in ["PermenPANRB 6/2022", "PermenPANRB 3/2020", "20/2025", "Kepala BKN 411/2025"] {
            #expect(notes.contains(source))
        }
    }

    @Test("shows earlier cycles where it is given them")
    func history() throws {
        #expect(!Self.report.html().contains("Cakupan penilaian dari waktu ke waktu"))
        let report = CycleReport(
            title: "Kota Medan",
            cycle: "2026-Q3",
            firstDate: .on(2026, 7, 1),
            lastDate: .on(2026, 9, 30),
            asOf: .on(2026, 10, 12),
            ruleSet: "nasional-2026",
            boxes: .national,
            agencies: [],
            phases: [],
            history: [.init(code: Self.hostile, people: 10, rated: 5, placed: 1)]
        )
        let page = try page(of: report)
        #expect(page.all("h2").contains { $0.text == "Cakupan penilaian dari waktu ke waktu" })
        #expect(page.all("p").contains { $0.text == Self.hostile + ": 5 dari 10 pegawai dinilai, 1 dipetakan." })
        #expect(page.all("svg").filter { $0.attributes["role"] == "img" }.count == 3)
    }

    @Test("keeps standing when there is nothing yet, or nothing missing")
    func nothing() throws {
        func report(_ agencies: [CycleReport.Agency]) -> CycleReport {
            CycleReport(
                title: "Kota Medan",
                cycle: "2026",
                firstDate: .on(2026, 1, 1),
                lastDate: .on(2026, 12, 31),
                asOf: .on(2026, 1, 1),
                ruleSet: "nasional",
                boxes: .national,
                agencies: agencies,
                phases: []
            )
        }
        let empty = try page(of: report([]))
        #expect(keyFigures(empty) == ["0", "0", "–", "0", "0"])
        #expect(empty.all("table").isEmpty)
        let complete = try page(of: report([Self.report.agencies[2]]))
        #expect(complete.all("p").contains { $0.text == "Semua pegawai sudah dinilai." })
        #expect(complete.all("text").contains { $0.text == "3 · 100,0\u{A0}%" })
    }
}
