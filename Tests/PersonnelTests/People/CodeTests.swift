import Personnel
import Testing

@Suite("A cycle's code")
struct CycleCodeTests {
    @Test(
        "names a period by its first and last day",
        arguments: [
            ("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-Q2", "2026-04-01", "2026-06-30"),
            ("2026-Q3", "2026-07-01", "2026-09-30"), ("2026-Q4", "2026-10-01", "2026-12-31"),
            ("2026", "2026-01-01", "2026-12-31"), ("2024-Q1", "2024-01-01", "2024-03-31"),
            ("1900", "1900-01-01", "1900-12-31"), ("2200-Q4", "2200-10-01", "2200-12-31"),
        ]
    )
    func periods(text: String, first: String, last: String) throws {
        let code = try #require(CycleCode(text))
        #expect(code.description == text)
        #expect(code.first.iso == first)
        #expect(code.last.iso == last)
    }

    @Test("says its kind, and forgives a small q")
    func kinds() {
        #expect(CycleCode("2026-Q3")?.kind == .quarter(3))
        #expect(CycleCode("2026-q3") == CycleCode("2026-Q3"))
        #expect(CycleCode("2026")?.kind == .year)
        #expect(CycleCode("2026")?.year == 2026)
        #expect(CycleCode("2026-Q3") != CycleCode("2026"))
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "2026-", "2026-Q", "2026-Q0", "2026-Q5", "2026-Q33", "2026Q3", "26-Q3", "20266", "0000", "-Q3", "+026",
            "2026-Q3-", " 2026", "2026-Q3 ", "2026-03", "٢٠٢٦",
        ]
    )
    func refused(text: String) {
        #expect(CycleCode(text) == nil)
    }

    @Test(
        "is read from SIASN's year and period",
        arguments: [
            ("Triwulan I", "2026-Q1"), ("Triwulan II", "2026-Q2"), ("Triwulan III", "2026-Q3"),
            ("Triwulan IV", "2026-Q4"), ("TRIWULAN 1", "2026-Q1"), ("TRIWULAN 2", "2026-Q2"), ("triwulan 3", "2026-Q3"),
            ("Triwulan 4", "2026-Q4"), ("Triwulan III Tahun 2026", "2026-Q3"), ("Tahunan", "2026"), ("TAHUNAN", "2026"),
            ("Tahunan Tahun 2026", "2026"), (nil, "2026"),
        ] as [(String?, String)]
    )
    func siasn(periodName: String?, text: String) {
        #expect(CycleCode(siasnYear: 2026, periodName: periodName) == CycleCode(text))
    }

    @Test(
        "is not guessed from a period that says something else",
        arguments: [
            "", "Triwulan", "Triwulan V", "Triwulan 0", "Triwulan IIII", "Semester I", "Triwulan III Tahun 2025",
            "Triwulan III Tahun", "III", "Tahunan III", "Bulanan", "Tahun 2026",
        ]
    )
    func siasnRefused(periodName: String) {
        #expect(CycleCode(siasnYear: 2026, periodName: periodName) == nil)
    }

    @Test("needs a year that a code can have")
    func siasnYear() {
        #expect(CycleCode(siasnYear: 0, periodName: nil) == nil)
        #expect(CycleCode(siasnYear: 10_000, periodName: nil) == nil)
    }
}

@Suite("An agency's code")
struct AgencyCodeTests {
    @Test("is lower-cased", arguments: [("dinkes", "dinkes"), ("DINKES", "dinkes"), ("Medan-Kota-2", "medan-kota-2")])
    func accepted(text: String, code: String) {
        #expect(AgencyCode(text)?.description == code)
    }

    @Test("has 2 to 31 characters")
    func length() {
        #expect(AgencyCode("a") == nil)
        #expect(AgencyCode("ab") != nil)
        #expect(AgencyCode(String(repeating: "a", count: 31)) != nil)
        #expect(AgencyCode(String(repeating: "a", count: 32)) == nil)
    }

    @Test(
        "has letters, digits and hyphens only, a letter first",
        arguments: ["", "1dinas", "-dinas", "dinas kota", "dinas_kota", "dinas.kota", "dinás", "dinas\n", "dinas;--x'"]
    )
    func refused(text: String) {
        #expect(AgencyCode(text) == nil)
    }

    @Test("sorts as text")
    func order() throws {
        let codes = try ["bkad", "dinkes", "bapenda"].map { try #require(AgencyCode($0)) }
        #expect(codes.sorted().map(\.description) == ["bapenda", "bkad", "dinkes"])
    }
}

@Suite("A cycle's phases")
struct CyclePhaseTests {
    @Test("follow one another")
    func order() {
        #expect(
            CyclePhase.allCases.map(\.rawValue) == ["open", "remind", "close", "score", "place", "release", "final"]
        )
        #expect(CyclePhase.allCases.map(\.ordinal) == Array(1...7))
        #expect(CyclePhase.allCases.shuffled().sorted() == CyclePhase.allCases)
    }
}
