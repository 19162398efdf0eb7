import Personnel
import Testing

@Suite("A competency that is asked for")
struct CompetencyDemandTests {
    @Test(
        "is read by code or title in both languages, with any capitals and spaces",
        arguments: [
            "komunikasi>=4", "Komunikasi >= 4", " COMMUNICATION>=4", "communication>= 4", "KOMUNIKASI\u{A0}>=4",
        ]
    )
    func common(_ text: String) throws {
        let demand = try #require(CompetencyDemand(text))
        #expect(demand.name.common == .communication && demand.level == .advanced)
    }

    @Test("is known however its words are joined, as officials write them both ways")
    func joined() throws {
        for text in ["Kerjasama", "kerja sama", "Kerja-Sama", "cooperation"] {
            #expect(CompetencyName(text)?.common == .cooperation, "\(text)")
        }
        for competency in Competency.allCases {
            for text in [competency.code, competency.title, competency.englishTitle] {
                #expect(Competency(named: text) == competency, "\(text)")
            }
        }
        #expect(Competency(named: "") == nil && Competency(named: "Kerja") == nil)
    }

    @Test("a technical one keeps its name in small letters")
    func technical() throws {
        let demand = try #require(CompetencyDemand("Pengelolaan  Basis Data>=2"))
        #expect(demand.name.code == "pengelolaan basis data" && demand.name.common == nil)
    }

    @Test(
        "without a name, a sign or a level from 1 to 5 there is none",
        arguments: [
            "komunikasi", "komunikasi=4", ">=4", "komunikasi>=6", "komunikasi>=0", "komunikasi>=", "komunikasi>=4,5",
        ]
    )
    func refused(_ text: String) { #expect(CompetencyDemand(text) == nil) }
}
