import Personnel
import Testing

@Suite("What an export says of a person")
struct PersonTests {
    @Test("gives the sex in any of its forms, and M is male")
    func sex() {
        for text in ["M", "m", "L", "l", "Pria", "PRIA"] { #expect(Sex(siasn: text) == .male, "\(text)") }
        for text in ["F", "f", "P", "p", "Wanita", "wanita"] { #expect(Sex(siasn: text) == .female, "\(text)") }
        for text in ["", "1", "2", "null", "W", "X", "PW"] { #expect(Sex(siasn: text) == nil, "\(text)") }
        #expect(Sex.allCases.map(\.rawValue) == [1, 2])
        #expect(Sex.allCases.map(\.siasn) == ["M", "F"])
    }

    @Test("gives the kind of employment in any of its forms")
    func employment() {
        for text in ["PNS", "P", "p", "pns"] { #expect(EmploymentKind(siasn: text) == .permanent, "\(text)") }
        for text in ["CPNS", "C", "cpns"] { #expect(EmploymentKind(siasn: text) == .probationary, "\(text)") }
        for text in ["PPPK", "pppk"] { #expect(EmploymentKind(siasn: text) == .contract, "\(text)") }
        for text in ["", "null", "ASN", "PP", "PPPK "] { #expect(EmploymentKind(siasn: text) == nil, "\(text)") }
        #expect(EmploymentKind.allCases.map(\.code) == ["permanent", "probationary", "contract"])
        #expect(EmploymentKind.allCases.allSatisfy { EmploymentKind(siasn: $0.title) == $0 })
    }

    @Test(
        "gives the level of education by id",
        arguments: [
            ("05", "SD"), ("10", "SLTP"), ("12", "SLTP"), ("15", "SLTA"), ("17", "SLTA"), ("18", "SLTA"), ("20", "D-I"),
            ("25", "D-II"), ("30", "D-III"), ("35", "D-IV"), ("40", "S-1"), ("45", "S-2"), ("50", "S-3"),
        ]
    )
    func education(id: String, title: String) throws {
        let level = try #require(EducationLevel(siasn: id))
        #expect(level.title == title)
        #expect(level.siasn == id)
    }

    @Test("gives no level of education by any other id")
    func noEducation() {
        #expect(EducationLevel.allCases.count == 13)
        #expect(EducationLevel(siasn: "5") == .primary)
        for id in ["", "0", "00", "11", "55", "005", "+5", "040", "S-1", "null"] {
            #expect(EducationLevel(siasn: id) == nil, "\(id)")
        }
        #expect(EducationLevel.allCases == EducationLevel.allCases.sorted())
        #expect(EducationLevel.diploma3 < .bachelor)
    }
}
