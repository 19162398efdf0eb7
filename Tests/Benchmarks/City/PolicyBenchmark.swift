import CityDatabase
import Foundation
import LocalServer
import Personnel
import Postgres
import TestSupport

/// What the walls cost an agency's queries, in turns, each as a prepared statement within an open transaction and as a
/// transaction of its own. Pages are counted by `explain (analyze, buffers)`.
///
/// As the pool: a table with its policies beside a copy without row security. As an agency's own login: the windows beside a
/// copy of the table that agencies read by a policy, as they did before.
///
/// `MUTASI_BENCH_PEOPLE` (1,000,000) people in 52 agencies, 1 of 40 in the one that is asked about; `MUTASI_BENCH_ROUNDS` (15).
struct PolicyBenchmark {
    private let people = ProcessInfo.processInfo.environment["MUTASI_BENCH_PEOPLE"].flatMap { Int($0) } ?? 1_000_000
    private let rounds = ProcessInfo.processInfo.environment["MUTASI_BENCH_ROUNDS"].flatMap { Int($0) } ?? 15

    private struct Query: Sendable {
        let name: String
        /// How often in a round.
        let times: Int
        let statement: @Sendable (Identifier, AgencyID) -> SQL
        /// The same as an agency's login asks.
        let window: SQL
    }

    private var queries: [Query] {
        [
            Query(
                name: "point",
                times: 2_000,
                statement: { table, agency in
                    "select nip, name from \(identifier: table) where agency_id = \(agency) and nip = \(Self.nip)"
                },
                window: "select nip, name from own_person_by_nip(\(Self.nip))"
            ),
            Query(
                name: "page of 20",
                times: 1_000,
                statement: { table, agency in
                    """
                    select nip, name from \(identifier: table) where agency_id = \(agency) and person_id > \(Int64(500_000))
                    order by person_id limit 20
                    """
                },
                window: "select nip, name from own_people_after(\(Int64(500_000)), 20)"
            ),
            Query(
                name: "group",
                times: 10,
                statement: { table, agency in
                    """
                    select grade_rank_id, count(*) from \(identifier: table) where agency_id = \(agency)
                    group by grade_rank_id
                    """
                },
                window: "select grade_rank_id, count(*) from own_person group by grade_rank_id"
            ),
            Query(
                name: "name prefix",
                times: 1_000,
                statement: { table, agency in
                    """
                    select nip, name from \(identifier: table) where agency_id = \(agency) and name ^@ \("Person 4000")
                    order by name limit 20
                    """
                },
                window: "select nip, name from own_people_named(\("Person 4000"), 20)"
            ),
        ]
    }

    private static let nip = "198001012005031001"

    func run() async throws {
        let server = try LocalServer.forBenchmark([
            "shared_buffers": "1GB", "autovacuum": "off", "jit": "off", "fsync": "off",
        ])
        defer { server.discard() }
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
        print(
            "\(people) people, 52 agencies; microseconds each, medians of \(rounds) rounds in turns, and of their ratios"
        )
        try await compare("the service: bare beside policy", admin, Principal.agency(agency).scope(in: .medan)) {
            query in
            ["bare_person", "person"].map { query.statement(Identifier($0), agency) }
        }
        let credentials = try await AgencyLogins(city)
            .add(
                "bench",
                to: try await Agencies(city).list()[0].code,
                .password,
                validThrough: nil,
                connectionLimit: 2
            )
        let login = Database(
            ConnectionOptions(
                uri: server.uri(database: "policy", user: credentials.role) + "&password=\(credentials.password ?? "")"
            ),
            limits: limits
        )
        let own = Scope(role: nil, searchPath: ["medan", "pg_temp"])
        try await compare("an agency's login: policy alone beside window", login, own) { query in
            [query.statement("former_person", agency), query.window]
        }
        superuser.close()
        admin.close()
        login.close()
    }

    private func compare(
        _ title: String,
        _ database: Database,
        _ scope: Scope,
        _ sides: (Query) -> [SQL]
    ) async throws {
        print("\n\(title)")
        print("                      pages            statement                  transaction")
        print("query          rows    one    two      one      two  ratio       one      two  ratio")
        var worst: [(String, Double)] = [("", 0), ("", 0)]
        for query in queries {
            let statements = sides(query)
            var each: [[[Double]]] = [[[], []], [[], []]]
            var ratios: [[Double]] = [[], []]
            for _ in 0..<rounds {
                let together = try await statements.asyncMap { try await time($0, query.times, database, scope) }
                let alone = try await statements.asyncMap { try await timeAlone($0, query.times / 4, database, scope) }
                for (form, times) in [together, alone].enumerated() {
                    for side in 0...1 { each[form][side].append(times[side]) }
                    ratios[form].append(times[1] / times[0])
                }
            }
            let pages = try await statements.asyncMap { try await self.pages($0, database, scope) }
            let rows = try await statements.asyncMap { try await self.rows($0, database, scope) }
            guard rows[0] == rows[1] else { throw DifferentRows(query: query.name) }
            print(
                query.name.padding(toLength: 12, withPad: " ", startingAt: 0) + column("\(rows[0])", 7)
                    + column("\(pages[0])", 7) + column("\(pages[1])", 8)
                    + (0...1)
                    .map { form in
                        column(each[form][0].median.text(1), form == 0 ? 9 : 10)
                            + column(each[form][1].median.text(1), 9)
                            + column(ratios[form].median.text(2), 7)
                    }
                    .joined()
            )
            for form in 0...1 where ratios[form].median > worst[form].1 {
                worst[form] = (query.name, ratios[form].median)
            }
        }
        print("worst ratio of a statement \(worst[0].1.text(2)): \(worst[0].0)")
        print("worst ratio of a transaction \(worst[1].1.text(2)): \(worst[1].0)")
    }

    private struct DifferentRows: Error {
        let query: String
    }

    /// Microseconds each, prepared, in one transaction.
    private func time(_ sql: SQL, _ times: Int, _ database: Database, _ scope: Scope) async throws -> Double {
        try await database.transaction(as: scope, options: TransactionOptions(timeout: .seconds(600))) { tx in
            for _ in 0..<10 { try tx.execute(sql) }
            let start = ProcessReading.now.seconds
            for _ in 0..<times { try tx.execute(sql) }
            return (ProcessReading.now.seconds - start) / Double(times) * 1e6
        }
    }

    /// Microseconds each, a transaction for each.
    private func timeAlone(_ sql: SQL, _ times: Int, _ database: Database, _ scope: Scope) async throws -> Double {
        let times = max(3, times)
        let start = ProcessReading.now.seconds
        for _ in 0..<times { try await database.transaction(as: scope) { tx in _ = try tx.execute(sql) } }
        return (ProcessReading.now.seconds - start) / Double(times) * 1e6
    }

    private func rows(_ sql: SQL, _ database: Database, _ scope: Scope) async throws -> Int {
        try await database.transaction(as: scope) { tx in try tx.execute(sql) }
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
            // The audit trail has a benchmark of its own.
            try tx.execute("alter table person disable trigger all")
            _ = try tx.execute(
                """
                insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, grade_rank_id, legal_status)
                select case when i % 40 = 0 then 1 else 2 + i % 51 end, lpad((198001012005031001 + i)::text, 18, '0'),
                    'Person ' || i, date '1960-01-01' + i % 9000, 'male', 'permanent', '2005-03-01', 31 + i / 40 % 4, 'Aktif'
                from generate_series(0, \(Int32(people)) - 1) i
                """
            )
        }
        for statement in [
            "create table bare_person (like person including all)",
            "insert into bare_person overriding system value select * from person order by ctid",
            "create table former_person (like person including all)",
            "insert into former_person overriding system value select * from person order by ctid",
            "alter table former_person enable row level security",
            """
            create policy former_person_agency on former_person for select to medan_agency using (
                agency_id = nullif(
                    substring(current_user from '^medan_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'), ''
                )::integer
            )
            """,
            "grant select on former_person to medan_agency", "analyze former_person",
            "select count(*) from former_person",
            "grant select on bare_person to medan_pool", "analyze person", "analyze bare_person",
            // Hint bits, which the first reader writes.
            "select count(*) from bare_person",
            "select count(*) from person",
        ] as [SQL] {
            try await superuser.transaction(as: scope, options: TransactionOptions(timeout: .seconds(600))) { tx in
                _ = try tx.execute(statement)
            }
        }
    }
}
