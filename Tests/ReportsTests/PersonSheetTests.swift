import Characters
import Personnel
import Testing
import Texts

@testable import Reports

@Suite("PersonSheet")
struct PersonSheetTests {
    private static func sheet(name: String = "Rahmawati Siregar", isPlaced: Bool = true) -> PersonSheet {
        let evidence = PersonSheet.Evidence(document: Wording("SK \(name)"), time: .day(.on(2025, 2, 1)))
        return PersonSheet(
            name: name,
            nip: "198001012005012001",
            post: "Kepala Bidang \(name)",
            agency: name,
            asOf: .on(2026, 11, 27),
            cycle: "2026-Q3",
            ruleSet: "nasional-2026",
            performance: .init(
                components: [
                    .init(
                        title: Wording(indonesian: "Penilaian kinerja", english: "Appraisal"),
                        weight: 60,
                        score: 80,
                        evidence: [evidence, .init(document: Wording("Piagam"), time: .unknown)]
                    ),
                    .init(
                        title: Wording("360°"),
                        weight: 12.5,
                        score: nil,
                        notCounted: [
                            .init(document: Wording("Lama"), time: .period(.on(2020, 1, 2), .on(2021, 3, 4))),
                            .init(document: Wording("Baru"), time: .period(.on(2024, 5, 6), nil)),
                        ]
                    ),
                ],
                knownWeight: 60,
                score: isPlaced ? 71 : nil,
                level: isPlaced ? .medium : nil
            ),
            potential: .init(components: [], knownWeight: 0, score: isPlaced ? 84 : nil, level: isPlaced ? .high : nil),
            box: isPlaced ? 8 : nil,
            boxes: .national,
            probabilities: isPlaced ? [0, 0, 0, 0, 0.2, 0.05, 0, 0.7, 0.05] : nil,
            versions: [
                .init(number: 1, kind: Wording(name), day: .on(2026, 10, 12), by: name, why: name),
                .init(number: 2, kind: Wording("Koreksi"), day: .on(2026, 11, 2), by: "BKPSDM", why: "Sertifikat"),
            ]
        )
    }

    @Test("lists every component with weight, score, points and evidence")
    func components() throws {
        let page = try Element.parse(Self.sheet().html())
        let table = try #require(page.all("table").first { $0.attributes["class"] == "axis" })
        let rows = table.all("tr").dropFirst().map { row in row.children.map(\.content) }
        #expect(
            rows == [
                [
                    "Penilaian kinerja", "60\u{A0}%", "80,00", "48,00",
                    "\nSK Rahmawati Siregar, 1 Februari 2025Piagam",
                ],
                [
                    "360°", "12,5\u{A0}%", "belum ada", "–",
                    "\n\nTidak diperhitungkan:Lama, 2 Januari 2020 – 4 Maret 2021Baru, sejak 6 Mei 2024",
                ],
                ["Hasil", "60\u{A0}%", "71,00", "", "sesuai ekspektasi; bobot yang diketahui 60\u{A0}%"],
            ]
        )
    }

    @Test("draws the chance of each box and marks the one it is")
    func probabilities() throws {
        let page = try Element.parse(Self.sheet().html(language: .english))
        let drawing = try #require(page.all("svg").first { $0.attributes["role"] == "img" })
        let texts = drawing.all("text").map(\.content)
        #expect(texts.prefix(4) == ["4", "0.0%", "7", "0.0%"])
        #expect(texts.contains("70.0%") && texts.filter { $0 == "●" }.count == 1)
        #expect(drawing.all("path").isEmpty)
        #expect(drawing.all("desc")[0].text.hasPrefix("Box 8; box 9: 5.0%; box 8: 70.0%"))
        let outside = try Geometry(drawing).outside
        #expect(outside.isEmpty)
    }

    @Test("shows a name as it is, whatever it is", arguments: Language.allCases)
    func escaping(language: Language) throws {
        for name in [Sample.hostile, Sample.long, ""] {
            for isPlaced in [true, false] {
                let sheet = Self.sheet(name: name, isPlaced: isPlaced)
                let page = try Element.parse(sheet.html(language: language))
                #expect(page.all("h1").map(\.text) == [name.visible])
                #expect(page.all("tr").allSatisfy { [1, 5].contains($0.children.count) })
                for width in [1, 34, 40, 80] {
                    let plain = sheet.terminal(language, width: width, colour: false)
                    #expect(plain.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
                    #expect(!plain.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
                    let coloured = sheet.terminal(language, width: width, colour: true)
                    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
                }
            }
        }
    }

    @Test("reads on a terminal of 40 columns")
    func terminal() {
        let sheet = PersonSheet(
            name: "Rahmawati Siregar",
            nip: "198001012005012001",
            post: "Kepala Bidang",
            agency: "Dinas Kesehatan",
            asOf: .on(2026, 11, 27),
            cycle: "2026-Q3",
            ruleSet: "r",
            performance: Self.sheet().performance,
            potential: .init(components: [], knownWeight: 0, score: nil, level: nil),
            box: nil,
            boxes: .national,
            versions: [
                .init(number: 1, kind: Wording("Koreksi"), day: .on(2026, 11, 2), by: "BKPSDM", why: "Sertifikat")
            ]
        )
        #expect(
            sheet.terminal(.english, width: 40, colour: false) == """
                Rahmawati Siregar
                NIP 198001012005012001
                Kepala Bidang
                Dinas Kesehatan
                Quarter III of 2026 · 27 November 2026 ·
                r

                Not placed

                Performance (Y axis)
                Appraisal                  60%     80.00
                  · SK Rahmawati Siregar, 1 February
                    2025
                  · Piagam
                360°                     12.5%   missing
                  Not counted:
                    · Lama, 2 January 2020 – 4 March
                      2021
                    · Baru, since 6 May 2024
                = 71.00, as expected; known weight 60%

                Potential (X axis)
                = missing, not known yet; known weight
                  0%

                Versions of the placement
                1. Koreksi, 2 November 2026, BKPSDM:
                   Sertifikat
                """
        )
    }
}
