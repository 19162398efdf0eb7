public import CityDatabase
public import Postgres

/// Fills a city with any number of people by set-based statements, for benchmarks and fault tests; imports are tested
/// elsewhere. Nobody is real. Every person has a post, 96 of 100 a rating for the cycle, 88 of 100 three assessments;
/// some have awards, duties in teams, trainings, sanctions, and their registers are complete.
public struct SyntheticCity: Sendable {
    public let people: Int
    public let agencies: Int
    /// The cycle whose ratings are filled in; it must exist.
    public let cycle: String

    public init(people: Int, agencies: Int, cycle: String) {
        self.people = people
        self.agencies = agencies
        self.cycle = cycle
    }

    /// Runs as the superuser, with agencies numbered from 1. Two of five people serve in the first agency, because most
    /// of a real city's staff are its teachers.
    public func fill(_ superuser: Database, city: City) async throws {
        // The audit trail writes an event for each row, which would take nearly all of the time. The other triggers do
        // not fire in a replica session anyway.
        for statement in [auditTriggers("disable")] + statements + [auditTriggers("enable always"), "analyze"] {
            let script = SQLScript(
                name: "fill",
                uncheckedText: """
                    set local search_path to \(city.name), public;
                    set local session_replication_role = replica;
                    \(statement)
                    """
            )
            try await superuser.transaction(as: .login, options: TransactionOptions(timeout: .seconds(1200))) { tx in
                try tx.run(script)
            }
        }
    }

    private func auditTriggers(_ change: String) -> String {
        """
        do $$
        declare
            v_table regclass;
        begin
            for v_table in select tgrelid from pg_trigger where tgname = 'audit_insert' loop
                execute format('alter table %s \(change) trigger audit_insert', v_table);
            end loop;
        end
        $$
        """
    }

    private var statements: [String] {
        [
            """
            insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, grade_rank_id,
                education_level_id, legal_status)
            select agency, to_char(birth, 'YYYYMMDD') || '2005031' || lpad((i / 9000 + 1)::text, 3, '0'),
                'Person ' || i, birth, 'male', 'permanent', '2005-03-01', 31 + i % 4,
                (array[15, 30, 40, 45])[1 + i % 4], 'Aktif'
            from generate_series(0, \(people) - 1) i
            cross join lateral (
                select case when i % 5 < 2 then 1 else 1 + i % \(agencies) end as agency, date '1960-01-01' + i % 9000 as birth
            ) x
            order by agency, i
            """,
            """
            insert into employment (agency_id, person_id, valid)
            select agency_id, person_id, '[2005-03-01,)' from person order by agency_id, person_id
            """,
            "insert into org_unit (agency_id, siasn_id, name) select agency_id, 'U', 'Unit' from agency",
            """
            insert into post (agency_id, org_unit_id, title, position_level, capacity)
            select agency_id, org_unit_id, 'Pengadministrasi', 'pelaksana', \(people) from org_unit
            """,
            // Filling the indexes of exclusion constraints row by row takes ten times as long as building them at the
            // end.
            "alter table assignment drop constraint assignment_definitive_excl",
            """
            insert into assignment (agency_id, employment_id, post_id, valid)
            select e.agency_id, e.employment_id, p.post_id,
                daterange(date '2018-01-01' + (e.employment_id % 3000)::integer, null)
            from employment e join post p on p.agency_id = e.agency_id
            order by e.agency_id, e.employment_id
            """,
            """
            alter table assignment add constraint assignment_definitive_excl exclude using gist (
                agency_id with =, employment_id with =, valid with &&
            ) where (kind = 'definitive')
            """,
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour, source)
            select agency_id, (select cycle_id from cycle where code = '\(cycle)'), employment_id,
                1 + abs(hashint8(employment_id)) % 3, 1 + abs(hashint8(employment_id + 1)) % 3, 'import'
            from employment where employment_id % 25 <> 0
            order by agency_id, employment_id
            """,
            """
            insert into evidence (agency_id, employment_id, kind, score, occurred_on)
            select agency_id, employment_id, kind, 40 + abs(hashint8(employment_id * 2 + length(kind))) % 6000 / 100.0,
                '2025-02-10'
            from employment cross join (values ('competency'), ('potential'), ('feedback')) k (kind)
            where employment_id % 25 not in (0, 1, 2)
            order by agency_id, employment_id
            """,
            """
            insert into evidence (agency_id, employment_id, kind, level, title, occurred_on, document_number)
            select e.agency_id, e.employment_id, k.kind, k.level, 'Generated', '2025-06-01', '800/1'
            from employment e
            cross join (values
                ('award', 'agency', 5, 0), ('award', 'national', 20, 0), ('team_duty', 'member_internal', 2, 1),
                ('team_duty', 'chair_internal', 7, 2), ('certificate', 'teknis', 2, 0), ('discipline', 'light', 100, 3)
            ) k (kind, level, each, rest)
            where e.employment_id % k.each = k.rest
            order by e.agency_id, e.employment_id
            """,
            """
            insert into evidence_register (agency_id, kind, complete_to)
            select agency_id, k.kind, '2026-06-30'
            from agency cross join (values ('award'), ('team_duty'), ('training'), ('discipline')) k (kind)
            """,
        ]
    }
}
