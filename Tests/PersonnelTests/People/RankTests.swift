import Personnel
import Testing

@Suite("A rank")
struct GradeRankTests {
    @Test(
        "has SIASN's id, a code and a title",
        arguments: [
            (11, "I/a", "Juru Muda"), (12, "I/b", "Juru Muda Tingkat I"), (13, "I/c", "Juru"),
            (14, "I/d", "Juru Tingkat I"), (21, "II/a", "Pengatur Muda"), (22, "II/b", "Pengatur Muda Tingkat I"),
            (23, "II/c", "Pengatur"), (24, "II/d", "Pengatur Tingkat I"), (31, "III/a", "Penata Muda"),
            (32, "III/b", "Penata Muda Tingkat I"), (33, "III/c", "Penata"), (34, "III/d", "Penata Tingkat I"),
            (41, "IV/a", "Pembina"), (42, "IV/b", "Pembina Tingkat I"), (43, "IV/c", "Pembina Utama Muda"),
            (44, "IV/d", "Pembina Utama Madya"), (45, "IV/e", "Pembina Utama"),
        ]
    )
    func table(id: Int, code: String, title: String) throws {
        let rank = try #require(GradeRank(id: id))
        #expect(rank.code == code)
        #expect(rank.title == title)
        #expect(GradeRank(code: code) == rank)
        #expect("\(rank)" == code)
    }

    @Test("is one of 17, in order")
    func all() {
        #expect(GradeRank.all.count == 17)
        #expect(GradeRank.all == GradeRank.all.sorted())
        #expect((-1...60).compactMap { GradeRank(id: $0) } == GradeRank.all)
        for code in ["", "I/e", "V/a", "IV/f", "iv/a", "IV/A", "IV-a", "IX", " IV/a"] {
            #expect(GradeRank(code: code) == nil, "\(code)")
        }
    }
}

@Suite("A contract class")
struct ContractClassTests {
    @Test("is read as exports and people write it")
    func written() {
        for text in ["IX", "ix", "9", "Golongan IX", "golongan 9", "09"] {
            #expect(ContractClass(siasn: text)?.level == 9, "\(text)")
        }
        for text in ["", "XVIII", "18", "0", "-9", "III/a", "Kelas IX", "IX X"] {
            #expect(ContractClass(siasn: text) == nil, "\(text)")
        }
    }

    @Test("is a Roman numeral from I to XVII")
    func numerals() {
        #expect(
            ContractClass.all.map(\.code) == [
                "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
                "XVII",
            ]
        )
        #expect(ContractClass.all.map(\.level) == Array(1...17))
        #expect(ContractClass.all.allSatisfy { ContractClass(code: $0.code) == $0 })
        #expect(ContractClass(level: 0) == nil)
        #expect(ContractClass(level: 18) == nil)
        for code in ["", "0", "9", "IIII", "XVIII", "ix", "III/a"] {
            #expect(ContractClass(code: code) == nil, "\(code)")
        }
    }
}

@Suite("A level of post")
struct PositionLevelTests {
    @Test(
        "follows from every echelon id",
        arguments: [
            (10, "I.a", PositionLevel.jptUtama, nil, nil), (11, "I.a", .jptMadya, nil, nil),
            (12, "I.b", .jptMadya, nil, nil), (21, "II.a", .jptPratama, "IV/b...IV/d", 15),
            (22, "II.b", .jptPratama, "IV/a...IV/c", 14), (31, "III.a", .administrator, "III/d...IV/b", 12),
            (32, "III.b", .administrator, "III/c...IV/a", 11), (41, "IV.a", .pengawas, "III/b...III/d", 9),
            (42, "IV.b", .pengawas, "III/a...III/c", nil), (51, "V.a", .pelaksana, nil, nil),
            (52, "V.b", .pelaksana, nil, nil),
        ] as [(Int, String, PositionLevel, String?, Int?)]
    )
    func echelons(id: Int, code: String, level: PositionLevel, ranks: String?, jobClass: Int?) throws {
        #expect(PositionLevel(echelonID: id) == level)
        let echelon = try #require(Echelon(id: id))
        #expect("\(echelon)" == code)
        #expect(echelon.level == level)
        #expect(echelon.ranks.map { "\($0.lowerBound)...\($0.upperBound)" } == ranks)
        #expect(echelon.defaultJobClass == jobClass)
    }

    @Test("follows from no other id")
    func noEchelon() {
        #expect((-1...100).compactMap { Echelon(id: $0) } == Echelon.all)
        #expect(Echelon.all.count == 11)
        #expect(PositionLevel(echelonID: 99) == nil)
    }

    @Test("has a code, a title and a retirement age")
    func table() {
        #expect(
            PositionLevel.allCases.map(\.code) == [
                "jpt_utama", "jpt_madya", "jpt_pratama", "administrator", "pengawas", "fungsional", "pelaksana",
            ]
        )
        #expect(
            PositionLevel.allCases.map(\.title) == [
                "JPT Utama", "JPT Madya", "JPT Pratama", "Administrator", "Pengawas", "Jabatan Fungsional",
                "Pelaksana",
            ]
        )
        #expect(PositionLevel.allCases.map(\.defaultRetirementAge) == [60, 60, 60, 58, 58, 58, 58])
        #expect(PositionLevel.allCases.map(\.isManagerial) == [true, true, true, true, true, false, false])
        #expect(PositionLevel.allCases.allSatisfy { PositionLevel(code: $0.code) == $0 })
        #expect(PositionLevel(code: "JPT Pratama") == nil)
    }
}
