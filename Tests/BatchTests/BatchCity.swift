import CityDatabase
import Personnel
import Postgres
import TestSupport
import Testing

/// A city on a server of its own, whose days the test turns.
struct BatchCity: Sendable {
    let server: ScratchServer
    let superuser: Database
    /// Reads while daemons and the superuser work.
    let watch: Database
    let city: CityDatabase
    static let scope = Scope(role: nil, searchPath: ["medan"])
    static let patient = TransactionOptions(timeout: .seconds(1200))
    /// Enough people for days with many batches.
    static let startingAgencies = BatchSoakTests.wanted > 500 ? 48 : 16
    private static let name = "city"

    static func with(_ body: (BatchCity) async throws -> Void) async throws {
        // As in a real city, dead rows are removed and the planner knows what it plans for; else each day takes longer
        // than the one before.
        let settings = [
            "max_connections": "100", "shared_buffers": "512MB", "max_wal_size": "2GB", "jit": "off",
            "checkpoint_timeout": "30min", "autovacuum": "on", "autovacuum_naptime": "3s",
        ]
        try await ScratchServer.with(settings: settings, access: ["local all all trust"], movesClock: true) { server in
            try await server.run("create database \(name)")
            let superuser = Database(ConnectionOptions(uri: server.uri(database: name)))
            let watch = Database(ConnectionOptions(uri: server.uri(database: name)))
            let admin = Database(ConnectionOptions(uri: server.uri(database: name, user: "medan_admin")))
            defer { for database in [superuser, watch, admin] { database.close() } }
            try await Schema(CityDatabase(.medan, superuser)).create()
            let city = BatchCity(
                server: server,
                superuser: superuser,
                watch: watch,
                city: CityDatabase(.medan, admin)
            )
            try await city.found()
            try await body(city)
        }
    }

    var daemonURI: String { server.uri(database: Self.name, user: "medan_daemon") }

    func code(_ number: Int) throws -> AgencyCode { try #require(AgencyCode("dinas-\(number)")) }

    /// Agencies with their people, and the roster beside the city by which nobody is lost.
    private func found() async throws {
        try await add(Array(1...Self.startingAgencies))
        try await run(
            """
            delete from schedule;
            create schema soak;
            create table soak.roster (person_id bigint primary key, has_left boolean not null default false);
            create table soak.assignment (like assignment);
            create table soak.employment (like employment);
            create table soak.event (newest bigint not null, digest numeric not null);
            insert into soak.event values (0, 0);
            """
        )
        // Nine of ten seats are held from the start.
        let vacancies = try await vacancies()
        try await hire(
            vacancies.filter { $0.post % 10 != 0 }.flatMap { seat in (0..<seat.free).map { _ in seat.post } },
            from: "2020-01-01"
        )
        try await run("analyze")
    }

    /// Adds agencies with the same posts: a head, four leaders below, and executors, some with two or three seats.
    func add(_ numbers: [Int]) async throws {
        let definitions = try numbers.map {
            AgencyDefinition(code: try code($0), name: "Dinas \($0)", shortName: "D\($0)", kind: "dinas")
        }
        _ = try await Agencies(city).add(definitions)
        for number in numbers {
            try await run(
                """
                insert into org_unit (agency_id, siasn_id, name)
                select agency_id, 'U\(number)', 'Unit \(number)' from agency where code = 'dinas-\(number)';
                insert into post (agency_id, org_unit_id, title, position_level, echelon, capacity)
                select u.agency_id, u.org_unit_id, p.title, p.level, p.echelon, p.seats
                from org_unit u
                cross join (
                    select 'Kepala' as title, 'jpt_pratama' as level, 22 as echelon, 1 as seats
                    union all select 'Kepala Bidang ' || i, 'administrator', 31, 1 from generate_series(1, 4) i
                    union all select 'Pengelola ' || i, 'pelaksana', null, 1 + i % 3 from generate_series(1, 9) i
                ) p
                where u.siasn_id = 'U\(number)'
                order by p.title
                """
            )
        }
    }

    /// New people for seats, each seat as often as it stands there.
    func hire(_ posts: [Int64], from day: String) async throws {
        guard !posts.isEmpty else { return }
        try await transaction { tx in
            _ = try tx.execute(
                """
                with numbered as (
                    select p.agency_id, p.post_id, n + (select count(*) from soak.roster) as n
                    from unnest(\(posts)) with ordinality s (post_id, n) join post p using (post_id)
                ), people as (
                    insert into person (
                        agency_id, nip, name, birth_date, sex, kind, appointed_on, grade_rank_id, education_level_id,
                        legal_status
                    )
                    select agency_id, to_char(b.birth, 'YYYYMMDD') || '2005031' || lpad((n / 3000 + 1)::text, 3, '0'),
                        'Pegawai ' || n, b.birth, 'female', 'permanent', '2005-03-01', 33, 40, 'Aktif'
                    from numbered cross join lateral (select date '1980-01-01' + (n % 3000)::integer as birth) b
                    returning agency_id, person_id, name
                ), listed as (
                    insert into soak.roster (person_id) select person_id from people
                ), employed as (
                    insert into employment (agency_id, person_id, valid)
                    select agency_id, person_id, daterange(\(day)::text::date, null) from people
                    returning agency_id, employment_id, person_id
                )
                insert into assignment (agency_id, employment_id, post_id, valid)
                select e.agency_id, e.employment_id, n.post_id, daterange(\(day)::text::date, null)
                from employed e join people p using (agency_id, person_id)
                join numbered n on 'Pegawai ' || n.n = p.name
                """
            )
        }
    }

    struct Seat: Sendable {
        let agency: String
        let post: Int64
        let free: Int
    }

    /// Posts of active agencies with seats that nobody holds today, of which no open case asks for one or leaves one.
    func vacancies() async throws -> [Seat] {
        try await transaction { tx in
            try tx.all(
                """
                select g.code, p.post_id, f.free
                from post p
                join agency g on g.agency_id = p.agency_id and g.state = 'active'
                cross join lateral (
                    select seats_on(p.agency_id, p.post_id, p.capacity, city_day(now())) - (
                        select count(*)::integer from assignment a
                        where a.agency_id = p.agency_id and a.post_id = p.post_id and a.kind = 'definitive'
                            and upper_inf(a.valid)
                    ) as free
                ) f
                where f.free > 0 and not exists (
                    select from transfer_case c
                    where p.post_id in (c.from_post_id, c.to_post_id)
                        and c.state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
                )
                order by p.post_id
                """,
                as: (String, Int64, Int32).self
            )
        }
        .map { Seat(agency: $0.0, post: $0.1, free: Int($0.2)) }
    }

    struct Holder: Sendable, Hashable {
        let nip: String
        let agency: String
        let post: Int64
    }

    /// People who may move today: without an open case, also for their seat, and here since yesterday at the latest.
    func holders() async throws -> [Holder] {
        try await transaction { tx in
            try tx.all(
                """
                select p.nip, g.code, a.post_id
                from assignment a
                join employment e using (agency_id, employment_id)
                join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                join agency g on g.agency_id = a.agency_id and g.state = 'active'
                where a.kind = 'definitive' and upper_inf(a.valid) and upper_inf(e.valid)
                    and lower(a.valid) < city_day(now())
                    and not exists (
                        select from transfer_case c
                        where c.agency_id = e.agency_id and c.employment_id = e.employment_id
                            and c.state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
                    )
                    and not exists (
                        select from transfer_case c
                        where a.post_id in (c.from_post_id, c.to_post_id)
                            and c.state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
                    )
                order by p.nip
                """,
                as: (String, String, Int64).self
            )
        }
        .map { Holder(nip: $0.0, agency: $0.1, post: $0.2) }
    }

    func transaction<Output: Sendable>(
        _ body: @Sendable (inout Transaction) async throws -> Output
    ) async throws -> Output {
        try await superuser.transaction(as: Self.scope, options: Self.patient, body)
    }

    func run(_ statements: String) async throws {
        let script = SQLScript(name: "soak", uncheckedText: statements)
        try await transaction { tx in try tx.run(script) }
    }
}
