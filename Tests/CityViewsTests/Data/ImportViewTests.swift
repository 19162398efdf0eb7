import CityDatabase
import CityViews
import Personnel
import Reports
import Testing
import Texts

@Suite("Import view")
struct ImportViewTests {
    @Test("a row an import, with what came of its rows")
    func reports() throws {
        var report = ImportReport()
        (report.rows, report.added, report.changed, report.unchanged, report.rejected) = (10, 4, 3, 2, 1)
        let table = ImportView.table([(try #require(AgencyCode("dinkes")), .people, report)])
        #expect(
            table.rendered(as: .csv, width: nil) == """
                agency,import,rows,added,changed,unchanged,rejected,warnings
                dinkes,people,10,4,3,2,1,0
                """
        )
    }
}
