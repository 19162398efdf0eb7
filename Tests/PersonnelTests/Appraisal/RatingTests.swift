import Personnel
import TestSupport
import Testing

// Testing has an `Expectation` too.
private typealias Expectation = Personnel.Expectation

@Suite("The rating matrix")
struct RatingMatrixTests {
    @Test(
        "of PermenPANRB 6/2022 has these nine cells",
        arguments: [
            (1, 1, Rating.sangatBaik), (1, 2, .baik), (1, 3, .kurang),
            (2, 1, .baik), (2, 2, .baik), (2, 3, .kurang),
            (3, 1, .butuhPerbaikan), (3, 2, .butuhPerbaikan), (3, 3, .sangatKurang),
        ]
    )
    func national(result: Int, behaviour: Int, rating: Rating) throws {
        let result = try #require(Expectation(rawValue: result))
        let behaviour = try #require(Expectation(rawValue: behaviour))
        #expect(RatingMatrix.national.rating(result: result, behaviour: behaviour) == rating)
    }

    @Test("is no formula: the worse of the two sides would rate nobody kurang or sangat kurang")
    func noFormula() {
        let worse = RatingMatrix.national.cells.map { max($0.result.rawValue, $0.behaviour.rawValue) }
        let rated = RatingMatrix.national.cells.map(\.rating.rawValue)
        #expect(zip(worse, rated).count { $0 != $1 } == 3)
        #expect(!worse.contains(4) && !worse.contains(5))
        #expect(rated.count { $0 == 4 } == 2 && rated.count { $0 == 5 } == 1)
    }

    @Test("is made of nine cells in any order")
    func anyOrder() throws {
        var random = SeededGenerator(state: 6)
        for _ in 0..<20 {
            let cells = RatingMatrix.national.cells.shuffled(using: &random)
            #expect(try RatingMatrix(cells: cells) == .national)
        }
    }

    @Test("refuses each hole and each duplicate")
    func invalid() {
        let cells = RatingMatrix.national.cells
        #expect(cells.count == 9)
        for (index, cell) in cells.enumerated() {
            var holed = cells
            holed.remove(at: index)
            #expect(throws: RatingMatrix.Invalid.missing(result: cell.result, behaviour: cell.behaviour)) {
                try RatingMatrix(cells: holed)
            }
            let other = RatingMatrix.Cell(result: cell.result, behaviour: cell.behaviour, rating: .kurang)
            #expect(throws: RatingMatrix.Invalid.duplicate(result: cell.result, behaviour: cell.behaviour)) {
                try RatingMatrix(cells: cells + [other])
            }
        }
        #expect(
            RatingMatrix.Invalid.missing(result: .below, behaviour: .above).reason
                == "rating matrix has no cell for result 3 and behaviour 1"
        )
    }

    @Test("may be another one than the national")
    func local() throws {
        var cells = RatingMatrix.national.cells
        cells[4] = RatingMatrix.Cell(result: .asExpected, behaviour: .asExpected, rating: .butuhPerbaikan)
        let matrix = try RatingMatrix(cells: cells)
        #expect(matrix.rating(result: .asExpected, behaviour: .asExpected) == .butuhPerbaikan)
        #expect(matrix.rating(result: .asExpected, behaviour: .above) == .baik)
    }
}

@Suite("An expectation and a rating")
struct RatingTests {
    @Test(
        "are read in SIASN's numbers and words",
        arguments: [
            ("1", Expectation.above), ("Diatas Ekspektasi", .above), ("Di Atas Ekspektasi", .above),
            ("DI ATAS EKSPEKTASI", .above), ("2", .asExpected), ("Sesuai Ekspektasi", .asExpected),
            ("sesuai ekspektasi", .asExpected), ("3", .below), ("Dibawah Ekspektasi", .below),
            ("di bawah ekspektasi", .below),
        ]
    )
    fileprivate func expectation(text: String, expectation: Expectation) {
        #expect(Expectation(siasn: text) == expectation)
        #expect(Expectation(siasn: expectation.title) == expectation)
    }

    @Test("are not guessed from anything else", arguments: ["", "0", "4", "01", "null", "Baik", "ekspektasi"])
    func noExpectation(text: String) {
        #expect(Expectation(siasn: text) == nil)
    }

    @Test("have SIASN's numbers, codes and titles")
    func ratings() {
        #expect(Expectation.allCases.map(\.rawValue) == [1, 2, 3])
        #expect(Rating.allCases.map(\.rawValue) == [1, 2, 3, 4, 5])
        #expect(
            Rating.allCases.map(\.code) == ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]
        )
        #expect(
            Rating.allCases.map(\.title) == ["Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"]
        )
        #expect(Rating.allCases.allSatisfy { Rating(code: $0.code) == $0 })
        #expect(Rating(code: "Baik") == nil)
    }
}
