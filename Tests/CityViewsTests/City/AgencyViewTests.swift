import CityDatabase
import CityViews
import Personnel
import Postgres
import Reports
import Testing
import Texts

@Suite("Agency view")
struct AgencyViewTests {
    @Test("lists agencies, with words for kind and state")
    func agencies() async throws {
        let agencies = try await RowReader.all(
            """
            values (1, 'dinkes', 'dinas', 'active', 'Dinas Kesehatan', 'Dinkes'),
                (2, 'rsud', 'hospital', 'suspended', 'RSUD dr. Pirngadi', 'RSUD')
            """,
            as: Agency.self
        )
        let table = AgencyView.table(agencies)
        #expect(
            table.rendered(as: .csv, width: nil) == """
                code,short_name,kind,state,name
                dinkes,Dinkes,dinas,active,Dinas Kesehatan
                rsud,RSUD,hospital,suspended,RSUD dr. Pirngadi
                """
        )
        let shown = table.rendered(as: .table, .indonesian, width: nil)
        #expect(shown.contains("rumah sakit") && shown.contains("ditangguhkan"))
    }

    @Test("says what came of adding them, and what would come")
    func outcomes() throws {
        let code = try #require(AgencyCode("dinkes"))
        let definition = AgencyDefinition(code: code, name: "Dinas Kesehatan", shortName: "Dinkes", kind: "dinas")
        let done = AgencyView.outcomes([(definition, .added)], isDryRun: false)
        #expect(done.rendered(as: .csv, width: nil) == "code,name,outcome\ndinkes,Dinas Kesehatan,added")
        let tried = AgencyView.outcomes([(definition, .unchanged)], isDryRun: true)
        #expect(tried.columns.map(\.key) == done.columns.map(\.key))
        #expect(tried.columns[2].title != done.columns[2].title)
        #expect(tried.rendered(as: .table, .indonesian, width: nil).contains("tidak berubah"))
    }
}
