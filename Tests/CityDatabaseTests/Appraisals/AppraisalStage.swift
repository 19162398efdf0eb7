import CityDatabase
import CityWork
import Jobs
import Personnel
import Postgres
import TestSupport
import Testing

/// Two agencies with a unit each: a head, two heads of sections below, and executors in the sections, whom these rate.
///
/// Numbers: 1 the head of the agency, 2 and 3 the heads of its sections, 4 to 6 in the section of 2, 7 to 9 in that of
/// 3; in the second agency the same plus 100.
/// the second agency the same and 100.
struct AppraisalStage {
    let city: TestCity
    let agencies: [Agency]
    let runs: CycleRuns
    let code: CycleCode

    var appraisals: Appraisals {
        get async throws { try await appraisals(of: 0) }
    }

    func appraisals(of agency: Int) async throws -> Appraisals {
        Appraisals(city.database, agencies[agency], try await Cycles(city.database).find(code))
    }

    static func nip(_ number: Int) throws -> NIP { try NIP(SampleFile.nip(number)) }

    /// - Parameter rated: everybody of the first agency except its head has a rating, 2 and 2.
    static func make(_ code: String = "2026-Q3", rated: Bool = true) async throws -> AppraisalStage {
        let city = try await TestCity.make(ownRoles: true)
        let agencies = try await city.add("dinkes", "dlh")
        let runs = CycleRuns(.medan, city.connections)
        let code = try #require(CycleCode(code))
        _ = try await runs.add(code, CycleCalendar(code))
        for (index, agency) in agencies.enumerated() {
            let numbers = (1...9).map { $0 + index * 100 }
            try await city.importLines(
                .people,
                SampleFile.peopleHeader,
                numbers.map { SampleFile.person($0) },
                to: agency
            )
            try await city.importLines(.posts, SampleFile.postsHeader, numbers.map { post($0) }, to: agency)
        }
        let stage = AppraisalStage(city: city, agencies: agencies, runs: runs, code: code)
        if rated {
            let ratings = (2...9).map { stage.rating($0, 2, 2) }
            try await city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agencies[0])
        }
        return stage
    }

    private func rating(_ number: Int, _ result: Int, _ behaviour: Int) -> String {
        let period = code.kind == .year ? "Tahunan" : "Triwulan III"
        return "\(code.year),2,\(period),\(SampleFile.nip(number)),,\(result),,\(behaviour),,null"
    }

    private static func post(_ number: Int) -> String {
        let (place, agency) = (number % 100, number / 100)
        let (unit, parent, kind, echelon, title) =
            switch place {
            case 1: ("A\(agency)", "null", 1, "22", "Kepala Dinas")
            case 2: ("B\(agency)", "A\(agency)", 1, "31", "Kepala Bidang B")
            case 3: ("C\(agency)", "A\(agency)", 1, "31", "Kepala Bidang C")
            case 4...6: ("B\(agency)", "A\(agency)", 4, "", "Pengadministrasi")
            default: ("C\(agency)", "A\(agency)", 4, "", "Pengadministrasi")
            }
        return
            "x,\(SampleFile.nip(number)),\(kind),\(unit),\(parent),\(echelon),01-02-2021,800/1,15-01-2021,Unit \(unit),\(title)"
    }

    /// Runs the phases up to one, and no further.
    func run(through phase: CyclePhase) async throws {
        _ = try await city.psql("update run set intended_at = '2199-01-01' where state = 'scheduled'")
        try await runs.makeDue(code, through: phase)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "stage")).run(untilIdle: true)
        try #require(try await runs.progress(code).allSatisfy { $0.state != .failed })
    }

    /// Person 4 moves from the first agency into the post of 104 in the second.
    func moveToTheOther(on day: String) async throws {
        let post = try await city.psql("select post_id from assignment where employment_id = \(employment(104))")
            .trimmingLine
        _ = try await city.psql("update post set capacity = 10 where post_id = \(post)")
        try await Moves(city.database)
            .carryOut(
                Move(
                    nip: Self.nip(4),
                    from: agencies[0].code,
                    to: agencies[1].code,
                    postID: try #require(Int64(post)),
                    day: try #require(CivilDate(iso: day)),
                    decreeNumber: "821/1",
                    decreeDate: try #require(CivilDate(iso: day)) + -10
                )
            )
    }

    func employment(_ number: Int) async throws -> String {
        try await city.psql(
            """
            select e.employment_id from employment e join person p using (agency_id, person_id)
            where p.nip = '\(SampleFile.nip(number))'
            """
        )
        .trimmingLine
    }
}

extension String {
    var trimmingLine: String { hasSuffix("\n") ? String(dropLast()) : self }
}
