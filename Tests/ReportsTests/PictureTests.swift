import Characters
import Personnel
import Testing
import Texts

@testable import Reports

@Suite("Picture")
struct PictureTests {
    @Test("is a document that describes itself and fetches nothing", arguments: Language.allCases)
    func document(language: Language) throws {
        for picture in Sample.everyPicture {
            let svg = try Element.parse(picture.svg(language))
            #expect(svg.name == "svg")
            #expect(svg.attributes["xmlns"] == "http://www.w3.org/2000/svg")
            #expect(svg.children.prefix(2).map(\.name) == ["title", "desc"])
            #expect(!svg.children[0].text.isEmpty)
            let allowed: Set = ["svg", "title", "desc", "rect", "text", "path", "g"]
            #expect(svg.all.allSatisfy { allowed.contains($0.name) })
            #expect(svg.all.allSatisfy { $0.attributes["href"] == nil && $0.attributes["style"] == nil })
        }
    }

    @Test("keeps all it draws inside its view box, and no text under 9 points on A4", arguments: Language.allCases)
    func inside(language: Language) throws {
        for picture in Sample.everyPicture {
            let svg = try Element.parse(picture.svg(language))
            let outside = try Geometry(svg).outside
            #expect(outside.isEmpty, "\(type(of: picture)) of \(picture.frame.scope)")
            for drawing in try Element.parse(picture.html(language)).all("svg") {
                let geometry = try Geometry(drawing)
                let outside = geometry.outside
                #expect(outside.isEmpty, "\(type(of: picture)) of \(picture.frame.scope)")
                let millimetres = geometry.viewBox.right < 600 ? 124.0 : 178.0
                let pointsPerUnit = millimetres / 25.4 * 72 / geometry.viewBox.right
                let sizes = drawing.all("text").compactMap { $0.attributes["font-size"].flatMap(Double.init) }
                #expect(sizes.allSatisfy { $0 * pointsPerUnit >= 9 })
            }
        }
    }

    @Test("writes no two texts over each other", arguments: Language.allCases)
    func apart(language: Language) throws {
        for picture in Sample.everyPicture {
            let overlaps = try Geometry(Element.parse(picture.svg(language))).overlaps
            #expect(overlaps.isEmpty, "\(type(of: picture)) of \(picture.frame.scope)")
        }
    }

    @Test("keeps within the terminal, with colour and without", arguments: Language.allCases)
    func terminal(language: Language) {
        for picture in Sample.everyPicture {
            for width in [1, 34, 40, 46, 80] {
                let plain = picture.terminal(language, width: width, colour: false)
                #expect(plain.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
                #expect(!plain.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
                let coloured = picture.terminal(language, width: width, colour: true)
                #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
            }
        }
    }

    @Test("is a well-formed page of its own", arguments: Language.allCases)
    func page(language: Language) throws {
        for picture in Sample.everyPicture {
            let page = try Element.parse(picture.html(language))
            #expect(page.attributes["lang"] == language.rawValue)
            #expect(page.all("h1").count == 1)
            #expect(page.all("svg").count == 1)
            #expect(!page.all("table").isEmpty)
            #expect(!page.all("li").isEmpty)
            #expect(page.all("b").isEmpty && page.all("i").isEmpty)
            #expect(page.all("p").contains { $0.text == picture.frame.scope.visible })
            for table in page.all("table") {
                let widths = Set(table.all("tr").map(\.children.count))
                #expect(widths.count == 1)
            }
        }
    }

    @Test("says what, of whom and when")
    func heading() {
        let picture = Sample(people: 7, scope: "Dinas Kesehatan").nineBox
        #expect(picture.heading(.indonesian) == "Peta talenta · Dinas Kesehatan · 27 November 2026")
        #expect(picture.heading(.english) == "Talent map · Dinas Kesehatan · 27 November 2026")
    }

    @Test("gives its numbers under keys that stay")
    func keys() {
        let keys = Sample.all[0].pictures.map { $0.table.columns.map(\.key).joined(separator: " ") }
        #expect(
            keys == [
                "box performance potential people share_percent",
                "rating people share_percent minimum_percent maximum_percent within_pattern",
                "cycle people rated placed rated_percent placed_percent sangat_baik baik butuh_perbaikan kurang "
                    + "sangat_kurang",
                "measure first last men women people",
                "completed_years or_more standing people share_percent",
            ]
        )
    }

    @Test("counts everybody in its table")
    func totals() {
        for sample in Sample.all {
            func sum(_ picture: any Picture, _ key: String) -> Int {
                let column = picture.table.columns.firstIndex { $0.key == key } ?? 0
                return picture.table.rows.reduce(0) { sum, row in
                    if case .integer(let number) = row[column] { sum + number } else { sum }
                }
            }
            #expect(sum(sample.nineBox, "people") == sample.people + sample.people / 30)
            #expect(sum(sample.ratings, "people") == sample.people)
            #expect(sum(sample.ages, "men") == sample.people)
            #expect(sum(sample.ages, "women") == sample.people)
            #expect(sum(sample.tenure, "people") == sample.people + sample.people / 100)
        }
    }
}
