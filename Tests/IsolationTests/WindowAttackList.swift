/// What was not thought of at first: tricks by which an agency's login got past the policies, and ways through its windows.
enum WindowAttackList {
    static let all: [Attack] = [
        Attack(
            51,
            "a condition that runs before the policy and tells, on a table",
            """
            set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off;
            select count(*) from person where case when nip = '{foreign_nip}' then name <
            (select set_config('x.seen', 'yes', false)) end
            """
        ),
        Attack(
            51,
            "the same through a window",
            """
            set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off;
            select set_config('x.seen', 'no', false);
            select count(*) from own_person where case when nip = '{foreign_nip}' then name <
            (select set_config('x.seen', 'yes', false)) end; select current_setting('x.seen')
            """,
            .answers("no|0|no")
        ),
        Attack(
            51,
            "the same by an error",
            """
            select count(*) from own_person where case when nip ^@ '19' and agency_id = {foreign} then person_id <
            (select 1 / (select count(*) from pg_class where false)) end
            """,
            .answers("0")
        ),
        Attack(
            51,
            "read the own results before their release",
            """
            select sum(n) from cycle y cross join lateral (
                select count(*) from own_appraisal_closing where cycle_id = y.cycle_id
                union all select count(*) from own_appraisal_score where cycle_id = y.cycle_id
                union all select count(*) from own_appraisal_revision where cycle_id = y.cycle_id
                union all select count(*) from own_talent_placement where cycle_id = y.cycle_id
            ) w (n) where y.code = '2026'
            """,
            .answers("0")
        ),
        Attack(
            51,
            "call a release that was not",
            "select own_results_released({own}, cycle_id) from cycle where code = '2026'",
            .answers("f")
        ),
        Attack(51, "read another agency's seals", "select count(*) from audit_seal where agency_id = {foreign}"),
        Attack(51, "read its events", "select count(*) from audit_event where agency_id = {foreign}"),
        Attack(
            51,
            "find a person of another agency by NIP",
            "select count(*) from own_person_by_nip('{foreign_nip}')",
            .answers("0")
        ),
        Attack(
            51,
            "page into another agency",
            "select count(*) from own_people_after(0, 1000000) where agency_id <> {own}",
            .answers("0")
        ),
        Attack(
            51,
            "find people of another agency by their names",
            "select count(*) from own_people_named('', 1000000) where agency_id <> {own}",
            .answers("0")
        ),
        Attack(
            51,
            "a search path of one's own within a window's function",
            "set search_path = pg_temp, medan; select count(*) from own_person_by_nip('{foreign_nip}')",
            .answers("0")
        ),
        Attack(
            51,
            "write through a window",
            "insert into own_person (agency_id, nip) values ({own}, '1')",
            .refused("55000")
        ),
        Attack(51, "change a row through a window", "update own_person set name = 'x'", .refused("55000")),
        Attack(51, "delete through a window", "delete from own_rating_event", .refused("55000")),
        Attack(51, "lock rows through a window", "select nip from own_person for update"),
        Attack(
            51,
            "rows that a rating gives back",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
            select {own}, {open_cycle}, employment_id, 2, 2 from own_employment limit 1 returning rating_event_id
            """
        ),
        Attack(
            51,
            "look by a conflict",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
            values ({own}, {open_cycle}, 1, 2, 2) on conflict (agency_id, rating_event_id) do nothing
            """
        ),
        Attack(51, "take the windows' role", "set role medan_window"),
        Attack(51, "take the results' role", "set role medan_appraiser"),
        Attack(51, "take the moves' role", "set role medan_carrier"),
        Attack(51, "take the guards' role", "set role medan_guard"),
        Attack(45, "hold up the close of one's own agency", "select lock_ratings({own}, {open_cycle}, 'alone')"),
        Attack(45, "hold up everybody who comes or goes", "select lock_people()"),
        Attack(
            45,
            "fill the server's table of locks with ratings for cycles that are not there",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
            select {own}, 1000 + n, employment_id, 2, 2 from own_employment, generate_series(1, 20000) n
            """,
            .refused("MU101")
        ),
        Attack(43, "see which agency is being written to", "select count(*) from pg_locks"),
        Attack(43, "see who is connected", "select usename from pg_stat_activity"),
        Attack(41, "count the rows of every table", "select n_live_tup from pg_stat_user_tables limit 1"),
        Attack(
            49,
            "write into the log of changes",
            "select pg_logical_emit_message(true, 'x', 'y')",
            .excepted("its shape differs by version, so that a dump that revokes it cannot be restored into the next")
        ),
        Attack(
            40,
            "bisect another agency's NIPs by what the planner expects",
            """
            explain (costs off) select 1 from person p join generate_series(1, 100) g on (p.nip <= '2' or g = 0)
            """
        ),
        Attack(
            41,
            "count what the policy removed",
            "explain analyze select * from person"
        ),
        Attack(
            19,
            "give oneself another password",
            "begin; alter role current_user password 'md5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; rollback",
            .excepted("PostgreSQL lets every role; rotating ends it")
        ),
        Attack(
            24,
            "give oneself a setting that outlives the password",
            "begin; alter role current_user set search_path = pg_temp; rollback",
            .excepted("PostgreSQL lets every role; found by a check, and rotating ends it")
        ),
        Attack(43, "keep a transaction after the session", "begin; prepare transaction 'kept'", .refused("55000")),
    ]
}
