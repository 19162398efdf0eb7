import CityDatabase
import CityViews
import Personnel
import Reports
import Testing
import Texts

@Suite("Holiday view")
struct HolidayViewTests {
    @Test("lists days with their kind")
    func holidays() throws {
        let day = try #require(CivilDate(iso: "2026-12-24"))
        let table = HolidayView.table([Holiday(day: day, name: "Cuti bersama Natal", kind: .collectiveLeave)])
        #expect(
            table.rendered(as: .csv, width: nil)
                == "day,name,kind\n2026-12-24,Cuti bersama Natal,collective_leave"
        )
        #expect(table.rendered(as: .table, .indonesian, width: nil).contains("cuti bersama"))
    }
}
