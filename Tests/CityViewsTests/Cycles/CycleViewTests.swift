import CityDatabase
import CityViews
import Foundation
import Jobs
import Personnel
import Postgres
import Reports
import Testing
import Texts

@Suite("Cycle view")
struct CycleViewTests {
    private func view() async throws -> CycleView {
        var (first, second) = (CycleFigures(), CycleFigures())
        (first.people, first.rated, first.missing) = (10, 8, 2)
        first.ratings = [1, 5, 2, 0, 0]
        first.boxes[8] = 3
        first.unplaced = 5
        (second.people, second.rated) = (4, 4)
        second.ratings = [0, 4, 0, 0, 0]
        let agencies = try await RowReader.all(
            """
            values (7, 'dinkes', 'dinas', 'active', 'Dinas Kesehatan', 'Dinkes'),
                (8, 'dlh', 'dinas', 'active', 'Dinas Lingkungan Hidup', 'DLH')
            """,
            as: Agency.self
        )
        return CycleView(
            try await RowReader.one("select 1, '2026-Q3', '2026.1'", as: Cycle.self),
            [try await RunRow.read()],
            Array(zip(agencies, [first, second])).map { (agency: $0, figures: $1) },
            in: ZonedTime(zone: try #require(TimeZone(identifier: "Asia/Jakarta")))
        )
    }

    @Test("agencies are rows, and the city is their sum")
    func agencies() async throws {
        let table = try await view().agencyTable
        #expect(
            table.rendered(as: .csv, width: nil) == """
                code,name,people,rated,missing,sangat_baik,baik,butuh_perbaikan,kurang,sangat_kurang
                dinkes,Dinkes,10,8,2,1,5,2,0,0
                dlh,DLH,4,4,0,0,4,0,0,0
                """
        )
        #expect(table.footer == [.text("city"), .text("")] + [14, 12, 2, 1, 9, 2, 0, 0].map { .integer($0) })
    }

    @Test("phases are rows, under the city's day")
    func phases() async throws {
        #expect(
            try await view().phaseTable.rendered(as: .csv, width: nil)
                == "phase,state,due,chunks,done,people,failures,seconds\nscore,running,2026-10-15,4,2,500,3,10.00"
        )
    }

    @Test("cycles are rows; a phase that a cycle lacks is unknown")
    func cycles() async throws {
        let cycle = try await RowReader.one("select 1, '2026-Q3', '2026.1'", as: Cycle.self)
        #expect(
            CycleView.table(of: [(cycle, [try await RunRow.read(state: "done")])]).rendered(as: .csv, width: nil) == """
                cycle,first,last,rule_set,open,remind,close,score,place,release,final
                2026-Q3,2026-07-01,2026-09-30,2026.1,,,,done,,,
                """
        )
    }

    @Test("the document has the cycle, its phases, the city and its agencies")
    func document() async throws {
        let text = try await view().document.rendered(indent: 2)
        for words in [
            #""first": "2026-07-01""#, #""phase": "score""#, #""seconds": 10.000"#, #""people": 14"#,
            #""name": "Dinas Lingkungan Hidup""#,
        ] {
            #expect(text.contains(words), "\(words) in \(text)")
        }
    }

    @Test("the report has the same figures")
    func report() async throws {
        let report = try await view()
            .report(title: "Kota Medan", asOf: CivilDate(daysSince2000: 9_831), boxes: .national)
        #expect(report.city.people == 14 && report.city.ratings == [1, 9, 2, 0, 0] && report.city.boxes[8] == 3)
        #expect(report.agencies.map(\.shortName) == ["Dinkes", "DLH"] && report.phases.map(\.people) == [500])
        #expect(report.html(language: .english).contains("Dinas Lingkungan Hidup"))
    }
}
