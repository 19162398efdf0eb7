import CityDatabase
import CityViews
import Postgres
import Reports
import Testing
import Texts

@Suite("Data quality view")
struct DataQualityViewTests {
    @Test("every indicator is told in both languages")
    func meanings() {
        let found = DataQuality.Indicator.allCases.map { ($0, []) as DataQualityView.Found }
        for (indicator, row) in zip(DataQuality.Indicator.allCases, DataQualityView.counts(found).rows) {
            guard case .code(let meaning, let words) = row[3] else {
                Issue.record("\(indicator): \(row[3])")
                continue
            }
            #expect(meaning == indicator.meaning && words.english == meaning && words.indonesian != meaning)
        }
    }

    @Test("counts and lists the offenders")
    func tables() async throws {
        let offenders = try await RowReader.all(
            "values ('dinkes', '198001012005031001', 'Budi', 'Analis'), ('dlh', null, null, 'Kepala Bidang')",
            as: DataQuality.Offender.self
        )
        let found: [DataQualityView.Found] = [(.vacantPost, offenders), (.emptyUnit, [])]
        #expect(
            DataQualityView.counts(found).rendered(as: .csv, width: nil) == """
                indicator,dimension,offenders,meaning
                COM_2,completeness,2,\(DataQuality.Indicator.vacantPost.meaning)
                TIM_1,timeliness,0,"\(DataQuality.Indicator.emptyUnit.meaning)"
                """
        )
        #expect(
            DataQualityView.offenders(found).rendered(as: .csv, width: nil) == """
                indicator,agency,nip,name,what
                COM_2,dinkes,'198001012005031001,Budi,Analis
                COM_2,dlh,,,Kepala Bidang
                """
        )
    }
}
