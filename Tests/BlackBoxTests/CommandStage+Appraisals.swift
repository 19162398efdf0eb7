import CityDatabase
import TestSupport
import Testing

extension CommandStage {
    /// One agency's people with raters, and the cycle 2026-Q3: 1 heads the agency, 2, 3, 7 and 8 its sections; 4 and 5 are in
    /// the section of 2, 6 in that of 3.
    static func appraising(rated: ClosedRange<Int>? = nil, ownRoles: Bool = false) async throws -> CommandStage {
        let stage = try await CommandStage.make(ownRoles: ownRoles)
        let agency = stage.agencies[0]
        func post(
            _ number: Int,
            _ unit: String,
            _ parent: String,
            _ kind: Int,
            _ echelon: String,
            _ title: String
        ) -> String {
            "x,\(SampleFile.nip(number)),\(kind),\(unit),\(parent),\(echelon),01-02-2021,800/1,15-01-2021,Unit \(unit),\(title)"
        }
        try await stage.city.importLines(
            .people,
            SampleFile.peopleHeader,
            (1...8).map { SampleFile.person($0) },
            to: agency
        )
        try await stage.city.importLines(
            .posts,
            SampleFile.postsHeader,
            [
                post(1, "A", "null", 1, "22", "Kepala Dinas"), post(2, "B", "A", 1, "31", "Kepala Bidang B"),
                post(3, "C", "A", 1, "31", "Kepala Bidang C"), post(4, "B", "A", 4, "", "Pengadministrasi"),
                post(5, "B", "A", 4, "", "Pengadministrasi"), post(6, "C", "A", 4, "", "Pengadministrasi"),
                post(7, "D", "A", 1, "31", "Kepala Bidang D"), post(8, "E", "A", 1, "31", "Kepala Bidang E"),
            ],
            to: agency
        )
        try #require(try await stage("cycle", "add", "2026-Q3").status == 0)
        if let rated {
            try await stage.city.importLines(
                .ratings,
                SampleFile.ratingsHeader,
                rated.map { SampleFile.rating($0, 2, 2) },
                to: agency
            )
            try await stage.city.importLines(
                .assessments,
                SampleFile.assessmentsHeader,
                rated.map { SampleFile.assessment($0, "85", "90") },
                to: agency
            )
        }
        return stage
    }

    /// Runs the phases of a cycle up to one, and no further, although all are due.
    func run(_ cycle: String = "2026-Q3", through phase: String = "place") async throws {
        _ = try await city.psql("update run set intended_at = '2199-01-01' where state = 'scheduled'")
        let result = try await self("cycle", "run", cycle, "--through", phase, "--reason", "test", "--yes")
        try #require(result.status == 0, "\(result.standardError)")
    }
}
