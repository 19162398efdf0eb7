import Personnel
import Testing

@testable import Population

/// The files are compared with the published counts that they are drawn from, agency by agency.
@Suite("The marginals")
struct MarginalsTests {
    @Test("add up: each attribute counts the same people")
    func totals() {
        #expect(Marginals.all.count == 47)
        #expect(Marginals.all.reduce(0) { $0 + $1.total } == 38_303)
        for row in Marginals.all {
            for counts in [row.levels, row.sexes, row.ageBands, row.rankCounts, row.educationCounts] {
                #expect(counts.reduce(0, +) == Double(row.total))
            }
        }
    }

    @Test("of sex, age and schooling are those of the city's people, in each agency")
    func attributes() async throws {
        let city = try await City.medan
        for (agency, profile) in zip(city.agencies, AgencyProfile.all) where agency.agency.people >= 60 {
            let (rows, marginals) = (agency.people.rows, profile.marginals)
            compare(rows, agency, Sex.allCases, marginals.sexes) { row, sex in row["jenis_kelamin"] == sex.siasn }
            compare(rows, agency, AgeBand.allCases, marginals.ageBands) { row, band in
                let birth = row["tanggal_lahir"].flatMap { CivilDate(siasn: $0) }
                return birth.map { band.ages(retirementAge: 60).contains($0.completedYears(until: city.asOf)) } ?? false
            }
            compare(rows, agency, Marginals.educations, marginals.educationCounts) { row, level in
                row["tingkat_pendidikan_id"] == level.siasn
            }
        }
    }

    @Test("of rank are those of the permanent employees, in each agency")
    func ranks() async throws {
        for (agency, profile) in zip(try await City.medan.agencies, AgencyProfile.all) where agency.agency.people >= 60
        {
            let permanent = agency.people.rows.filter { $0["jenis_pegawai_nama"] == "PNS" }
            compare(permanent, agency, Marginals.ranks, profile.marginals.rankCounts) { row, rank in
                row["gol_akhir_nama"] == rank.code
            }
        }
    }

    @Test("of level of post are those of the city's people, in each agency")
    func levels() async throws {
        for (agency, profile) in zip(try await City.medan.agencies, AgencyProfile.all) where agency.agency.people >= 60
        {
            let counts = profile.marginals.levels
            let weights = [counts[0] + counts[1] + counts[2], counts[3], counts[4]]
            compare(agency.people.rows, agency, ["1", "2", "4"], weights) { row, kind in
                row["jenis_jabatan_id"] == kind
            }
        }
    }

    /// Each value's share among the rows against its weight: within one person for the rounding, and within two in a
    /// hundred for those who were raised or moved to fill a structural post.
    private func compare<Value>(
        _ rows: [Table.Row],
        _ agency: City.Agency,
        _ values: [Value],
        _ weights: [Double],
        _ holds: (Table.Row, Value) -> Bool
    ) {
        let total = weights.reduce(0, +)
        for (value, weight) in zip(values, weights) {
            let found = share(of: rows) { holds($0, value) }
            let isNear = found.isNear(weight / total, within: 0.02 + 1 / Double(rows.count))
            #expect(isNear, "\(agency.agency.code) \(value): \(found), not \(weight / total)")
        }
    }
}
