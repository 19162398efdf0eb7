import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres

/// What the policies cost: an agency's queries as the pool, beside the same statements on the same table as a superuser,
/// whom no policy binds, in turns. Pages are counted by `explain (analyze, buffers)`.
///
/// `MUTASI_BENCH_PEOPLE` (1,000,000) people in 52 agencies, 1 of 40 in the one that is asked about; `MUTASI_BENCH_ROUNDS` (15).
struct PolicyBenchmark {
    private let people = ProcessInfo.processInfo.environment["MUTASI_BENCH_PEOPLE"].flatMap { Int($0) } ?? 1_000_000
    private let rounds = ProcessInfo.processInfo.environment["MUTASI_BENCH_ROUNDS"].flatMap { Int($0) } ?? 15

    private struct Query: Sendable {
        let name: String
        /// How often in a round.
        let times: Int
        let statement: @Sendable (AgencyID) -> SQL
    }

    private var queries: [Query] {
        [
            Query(name: "point", times: 2_000) { agency in
                "select nip, name from person where agency_id = \(agency) and nip = \("198001012005031001")"
            },
            Query(name: "page of 20", times: 1_000) { agency in
                """
                select nip, name from person where agency_id = \(agency) and person_id > \(Int64(500_000))
                order by person_id limit 20
                """
            },
            Query(name: "group", times: 10) { agency in
                "select grade_rank_id, count(*) from person where agency_id = \(agency) group by grade_rank_id"
            },
            Query(name: "name prefix", times: 1_000) { agency in
                """
                select nip, name from person where agency_id = \(agency) and name ^@ \("Person 4000")
                order by name limit 20
                """
            },
        ]
    }

    func run() async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/mutasi-bench-\(getpid())"
        let server = LocalServer(
            directory: directory,
            programLogins: ["medan_admin"],
            settings: ["shared_buffers": "1GB", "autovacuum": "off", "jit": "off", "fsync": "off"]
        )
        try server.start()
        defer {
            _ = try? server.stop()
            try? FileManager.default.removeItem(atPath: directory)
        }
        try server.createDatabase("policy")
        let limits = PoolLimits(maximum: 1)
        let superuser = Database(ConnectionOptions(uri: server.uri(database: "policy")), limits: limits)
        try await Schema(CityDatabase(.medan, superuser)).create()
        let admin = Database(
            ConnectionOptions(uri: server.uri(database: "policy", user: "medan_admin")),
            limits: limits
        )
        let city = CityDatabase(.medan, admin)
        try await fill(superuser, city)
        let agency = try await Agencies(city).list()[0].id
        let bare = Scope(role: nil, searchPath: ["medan", "pg_temp"])
        print("\(people) people, 52 agencies; medians of \(rounds) rounds in turns")
        print("query          rows   pages: bare  policy   us each: bare  policy   ratio")
        var worst = ("", 0.0)
        for query in queries {
            let sql = query.statement(agency)
            var times: [[Double]] = [[], []]
            var ratios: [Double] = []
            for _ in 0..<rounds {
                let one = try await time(sql, query.times, superuser, bare)
                let other = try await time(sql, query.times, admin, Principal.agency(agency).scope(in: .medan))
                times[0].append(one.seconds)
                times[1].append(other.seconds)
                ratios.append(other.seconds / one.seconds)
                guard one.rows == other.rows else { throw DifferentRows(query: query.name) }
            }
            let pages = [
                try await pages(sql, superuser, bare),
                try await pages(sql, admin, Principal.agency(agency).scope(in: .medan)),
            ]
            let rows = try await time(sql, 1, superuser, bare).rows
            let each = times.map { ($0.median / Double(query.times) * 1e6).text(1) }
            print(
                [
                    query.name.padding(toLength: 12, withPad: " ", startingAt: 0), column("\(rows)", 6),
                    column("\(pages[0])", 13), column("\(pages[1])", 7), column(each[0], 16), column(each[1], 7),
                    column(ratios.median.text(2), 7),
                ]
                .joined(separator: " ")
            )
            if ratios.median > worst.1 { worst = (query.name, ratios.median) }
        }
        print("worst ratio \(worst.1.text(2)): \(worst.0)")
        superuser.close()
        admin.close()
    }

    private struct DifferentRows: Error {
        let query: String
    }

    private func column(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    private func time(
        _ sql: SQL,
        _ times: Int,
        _ database: Database,
        _ scope: Scope
    ) async throws -> (seconds: Double, rows: Int) {
        try await database.transaction(as: scope, options: TransactionOptions(timeout: .seconds(600))) { tx in
            // Prepared, and planned for good.
            for _ in 0..<10 { try tx.execute(sql) }
            var rows = 0
            let start = ProcessReading.now.seconds
            for _ in 0..<times { rows = try tx.execute(sql) }
            return (ProcessReading.now.seconds - start, rows)
        }
    }

    private func pages(_ sql: SQL, _ database: Database, _ scope: Scope) async throws -> Int {
        let plan = try await database.transaction(as: scope) { tx in
            // Once before, so that no page is counted that only the first reader writes.
            try tx.execute(sql)
            return try tx.one("explain (analyze, buffers, format json) \(fragment: sql)", as: JSONDocument.self)
        }
        let document = try JSONSerialization.jsonObject(with: Data(plan.text.utf8)) as? [[String: Any]]
        let node = document?.first?["Plan"] as? [String: Any]
        return (node?["Shared Hit Blocks"] as? Int ?? 0) + (node?["Shared Read Blocks"] as? Int ?? 0)
    }

    private func fill(_ superuser: Database, _ city: CityDatabase) async throws {
        let agencies = (1...52)
            .compactMap { number in
                AgencyCode("agency-\(number)")
                    .map {
                        AgencyDefinition(code: $0, name: "Agency \(number)", shortName: "\(number)", kind: "dinas")
                    }
            }
        _ = try await Agencies(city).add(agencies)
        print("filling \(people) people …")
        let people = people
        let scope = Scope(role: nil, searchPath: ["medan"])
        try await superuser.transaction(as: scope, options: TransactionOptions(timeout: .seconds(1200))) { tx in
            _ = try tx.execute(
                """
                insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, grade_rank_id, legal_status)
                select case when i % 40 = 0 then 1 else 2 + i % 51 end, lpad((198001012005031001 + i)::text, 18, '0'),
                    'Person ' || i, date '1960-01-01' + i % 9000, 'male', 'permanent', '2005-03-01', 31 + i / 40 % 4, 'Aktif'
                from generate_series(0, \(Int32(people)) - 1) i
                """
            )
        }
        try await superuser.transaction(as: scope, options: TransactionOptions(timeout: .seconds(600))) { tx in
            _ = try tx.execute("analyze person")
        }
    }
}
