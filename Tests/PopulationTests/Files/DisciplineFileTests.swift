import Personnel
import Testing

@Suite("The discipline's file")
struct DisciplineFileTests {
    @Test("has the columns of rw_hukdis")
    func header() async throws {
        let columns =
            "nip,jenisTingkatHukumanId,jenisHukuman,skNomor,skTanggal,hukumanTanggal,masaTahun,masaBulan,"
            + "akhirHukumTanggal,nomorPp"
        for agency in try await City.medan.agencies {
            #expect(agency.discipline.header.joined(separator: ",") == columns)
        }
    }

    @Test("has the kinds and durations of PP 94/2021, in its time, of permanent employees who served")
    func rows() async throws {
        let city = try await City.medan
        let people = try city.people()
        let inForce = try #require(CivilDate(iso: "2021-08-31"))
        for row in city.rows(\.discipline) {
            let person = try #require(row["nip"].flatMap { people[$0] })
            #expect(person["jenis_pegawai_nama"] == "PNS" && row["nomorPp"] == "94 Tahun 2021")
            #expect(row["skNomor"]?.hasPrefix("862/DEMO-") ?? false)
            let signed = try #require(row["skTanggal"].flatMap { CivilDate(siasn: $0) })
            let begun = try #require(row["hukumanTanggal"].flatMap { CivilDate(siasn: $0) })
            let appointed = try #require(person["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
            #expect(max(inForce, city.asOf.adding(months: -72) + 1, appointed) <= signed)
            #expect(signed <= begun && begun <= city.asOf)
            let kind = try #require(row["jenisHukuman"])
            let ended = row["akhirHukumTanggal"].flatMap { CivilDate(siasn: $0) }
            let months = row["masaTahun"].flatMap { Int($0) }.map { $0 * 12 }
                .flatMap { years in row["masaBulan"].flatMap { Int($0) }.map { years + $0 } }
            #expect(ended == months.map { begun.adding(months: $0) + -1 })
            switch row["jenisTingkatHukumanId"] {
            case "R":
                #expect(kind.hasPrefix("Teguran") || kind.hasPrefix("Pernyataan tidak puas"))
                #expect(months == nil)
            case "S":
                #expect([6, 9, 12].contains(months) && kind.contains("25%") && kind.contains("\(months ?? 0) bulan"))
            case "B":
                #expect(months == 12 && kind.hasSuffix("12 bulan"))
                if kind.hasPrefix("Pembebasan") { #expect(person["jenis_jabatan_id"] == "4") }
            default:
                Issue.record("no level: \(kind)")
            }
        }
    }

    @Test("has few people, some of whom serve a punishment now")
    func shares() async throws {
        let city = try await City.medan
        let rows = city.rows(\.discipline)
        #expect((Double(Set(rows.map { $0["nip"] }).count) / 15_000).isNear(0.015, within: 0.004))
        #expect(Set(rows.compactMap { $0["jenisTingkatHukumanId"] }) == ["R", "S", "B"])
        let serving = rows.count {
            $0["akhirHukumTanggal"].flatMap { CivilDate(siasn: $0) }.map { $0 >= city.asOf } ?? false
        }
        #expect((8...60).contains(serving))
    }
}
