import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres

/// What the audit trail costs: eight writers of one agency, each changing people by key as the pool, a transaction each, with
/// the trail and without it (its triggers switched off), in turns. The server writes through to the disk.
///
/// `MUTASI_BENCH_ROUNDS` (7), `MUTASI_BENCH_SECONDS` (5) each.
struct AuditBenchmark {
    private let rounds = ProcessInfo.processInfo.environment["MUTASI_BENCH_ROUNDS"].flatMap { Int($0) } ?? 7
    private let seconds = ProcessInfo.processInfo.environment["MUTASI_BENCH_SECONDS"].flatMap { Double($0) } ?? 5
    private let writers = 8
    private let people = 10_000

    func run() async throws {
        let server = try LocalServer.forBenchmark(["shared_buffers": "512MB", "jit": "off", "max_wal_size": "4GB"])
        defer { server.discard() }
        try server.createDatabase("audit")
        let superuser = Database(ConnectionOptions(uri: server.uri(database: "audit")))
        try await Schema(CityDatabase(.medan, superuser)).create()
        let uri = server.uri(database: "audit", user: "medan_admin")
        let admin = Database(ConnectionOptions(uri: uri), limits: PoolLimits(maximum: writers))
        let city = CityDatabase(.medan, admin)
        guard let code = AgencyCode("dinkes") else { return }
        _ = try await Agencies(city).add([AgencyDefinition(code: code, name: "A", shortName: "A", kind: "dinas")])
        let agency = try await Agencies(city).find(code).id
        let bare = Scope(role: nil, searchPath: ["medan"])
        let people = Int32(people)
        try await superuser.transaction(as: bare) { tx in
            _ = try tx.execute(
                """
                insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, legal_status)
                select \(agency), lpad((198001012005031001 + i)::text, 18, '0'), 'Person ' || i, '1980-01-01', 'male',
                    'permanent', '2005-03-01', 'Aktif'
                from generate_series(1, \(people)) i
                """
            )
        }
        let first = try await superuser.transaction(as: bare) { tx in
            try tx.one("select min(person_id) from person", as: Int64.self)
        }
        print(
            "\(writers) writers of one agency, \(rounds) rounds of \(seconds.text(0)) s in turns, transactions a second"
        )
        print("round   without     with   cost")
        var ratios: [Double] = []
        for round in 1...rounds {
            var rates: [Double] = []
            for isOn in [false, true] {
                try await superuser.transaction(as: bare) { tx in
                    if isOn {
                        try tx.execute("alter table person enable always trigger audit_update")
                    } else {
                        try tx.execute("alter table person disable trigger audit_update")
                    }
                    _ = try tx.execute("select 1")
                }
                try await superuser.transaction(as: bare) { tx in _ = try tx.execute("analyze person") }
                rates.append(try await rate(city, agency, first))
            }
            ratios.append(rates[0] / rates[1])
            print(
                [
                    column("\(round)", 5), column(rates[0].text(0), 10), column(rates[1].text(0), 9),
                    column(ratios[round - 1].text(2), 7),
                ]
                .joined()
            )
        }
        let problems = try await AuditTrail(city).verify(in: .city)
        print("cost \(ratios.median.text(2)), the median; \(problems.count) problems in the trail")
        superuser.close()
        admin.close()
    }

    private func rate(_ city: CityDatabase, _ agency: AgencyID, _ first: Int64) async throws -> Double {
        let start = ProcessReading.now.seconds
        let (seconds, people) = (seconds, people)
        let count = try await withThrowingTaskGroup(of: Int.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    var count = 0
                    while ProcessReading.now.seconds - start < seconds {
                        let person = first + Int64.random(in: 0..<Int64(people) / 8) * 8 + Int64(writer)
                        try await city.transaction(as: .agency(agency)) { tx in
                            _ = try tx.execute(
                                """
                                update person set name = \("Person \(Int.random(in: 0..<1_000_000))"), changed_at = now()
                                where agency_id = \(agency) and person_id = \(person)
                                """
                            )
                        }
                        count += 1
                    }
                    return count
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(count) / (ProcessReading.now.seconds - start)
    }
}
