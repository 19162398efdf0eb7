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
            let meaning = indicator.meaning
            #expect(row[3] == .sentence(meaning) && meaning.english != meaning.indonesian)
        }
    }

    @Test("counts and lists the offenders")
    func tables() async throws {
        let offenders = try await RowReader.all(
            """
            values ('dinkes', '198001012005031001', 'Budi', 'TIM_5', 'Analis', '2026-01-01'),
                ('dlh', null, null, 'COM_2', 'Kepala Bidang', null)
            """,
            as: DataQuality.Offender.self
        )
        let found: [DataQualityView.Found] = [(.vacantPost, offenders), (.emptyUnit, [])]
        #expect(
            DataQualityView.counts(found).rendered(as: .csv, width: nil) == """
                indicator,dimension,offenders,meaning
                COM_2,completeness,2,\(DataQuality.Indicator.vacantPost.meaning.english)
                TIM_1,timeliness,0,"\(DataQuality.Indicator.emptyUnit.meaning.english)"
                """
        )
        #expect(
            DataQualityView.offenders(found).rendered(as: .csv, width: nil) == """
                indicator,agency,nip,name,what
                COM_2,dinkes,'198001012005031001,Budi,"Analis, to retire on 2026-01-01"
                COM_2,dlh,,,Kepala Bidang
                """
        )
    }

    @Test("what is wrong with an offender is said in the reader's language, in every form")
    func languages() async throws {
        let offenders = try await RowReader.all(
            """
            values ('dinkes', '198001012005031001', 'Budi', 'DATE', 'award occurred_on 0001-01-01', null),
                ('dinkes', '198001012005031001', 'Budi', 'CON_3', 'male', null),
                ('dinkes', '198001012005031001', 'Budi', 'COM_1', null, null)
            """,
            as: DataQuality.Offender.self
        )
        let table = DataQualityView.offenders([(.impossibleDate, offenders)])
        #expect(
            table.rows.map { $0[4].json(in: .indonesian) } == [
                "penghargaan tanggal kejadian 0001-01-01", "laki-laki", "tidak ada penilaian sejak dua tahun",
            ]
        )
        #expect(
            table.rows.map { $0[4].json(in: .english) } == [
                "award occurred_on 0001-01-01", "male", "no rating since two years",
            ]
        )
    }
}
