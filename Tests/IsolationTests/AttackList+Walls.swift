/// What is learnt beside the rows, and attacks on the walls themselves.
extension AttackList {
    static let learning: [Attack] = [
        Attack(
            36,
            "a function that tells before the policy is asked",
            """
            select count(*) from own_person where case when nip = '{foreign_nip}' then 1 / (length(name) -
            length(name)) else 1 end = 1
            """,
            .answers("3")
        ),
        Attack(
            36,
            "an error that tells",
            "select count(*) from own_person where 1 / (nip::numeric - {foreign_nip}) is not null",
            .answers("3")
        ),
        Attack(
            36,
            "a setting that collects",
            """
            select set_config('x.seen', '', false); select count(set_config('x.seen',
            current_setting('x.seen') || nip, false)) from own_person; select current_setting('x.seen') like
            '%{foreign_nip}%'
            """,
            .answers("3|f")
        ),
        Attack(
            38,
            "most common values",
            "select count(*) from pg_stats where schemaname = 'medan' and tablename = 'person'",
            .answers("0")
        ),
        Attack(38, "the raw statistics", "select * from pg_statistic"),
        Attack(
            38,
            "extended statistics",
            "select count(*) from pg_stats_ext where schemaname = 'medan'",
            .answers("0")
        ),
        Attack(
            39,
            "an operator that tells the planner",
            "create operator public.=== (leftarg = text, rightarg = text, function = texteq, restrict = eqsel)"
        ),
        Attack(
            40,
            "what the planner expects of other agencies",
            "explain select * from person where nip = '{foreign_nip}'",
            .excepted("the planner counts whole tables: numbers, no rows")
        ),
        Attack(
            41,
            "how large tables are",
            "select pg_relation_size('person')",
            .excepted("the size of a whole table says nothing of one agency")
        ),
        Attack(41, "how far a sequence has come", "select last_value from person_person_id_seq"),
        Attack(41, "move a sequence", "select setval('rating_event_rating_event_id_seq', 1)"),
        Attack(42, "what stands in another agency's reference", "insert into grade_rank values (11, 'x', 'x')"),
        Attack(
            43,
            "what others are running",
            """
            select count(*) from pg_stat_activity where usename <> current_user and query <> '' and query <>
            '<insufficient privilege>'
            """
        ),
        Attack(43, "read a file of the server", "select pg_read_file('/etc/passwd')"),
        Attack(43, "list the server's folder", "select pg_ls_dir('.')"),
        Attack(43, "read everybody's verifier", "select * from pg_authid"),
        Attack(43, "read who may log in", "select * from pg_hba_file_rules"),
        Attack(44, "listen", "listen jobs", .excepted("channels have no owner; what we notify carries no data")),
        Attack(44, "ring somebody's bell", "notify jobs", .excepted("a bell only makes the worker look")),
        Attack(45, "take a lock that others rely on", "select pg_advisory_lock(1)"),
        Attack(45, "take it within the transaction", "select pg_advisory_xact_lock(1, 2)"),
        Attack(45, "feign to be a living worker", "select pg_try_advisory_lock_shared(1, 2)"),
        Attack(46, "make a large object", "select lo_create(0)"),
        Attack(46, "read a file into one", "select lo_import('/etc/passwd')"),
        Attack(46, "make one from bytes", "select lo_from_bytea(0, 'x')"),
        Attack(
            47,
            "find a secret in a role's settings",
            "select count(*) from pg_db_role_setting, unnest(setconfig) s where s ~* 'password|scram'",
            .answers("0")
        ),
        Attack(
            47,
            "find a verifier in a function",
            "select count(*) from pg_proc where prosrc ~ 'SCRAM-SHA-256\\$[0-9]'",
            .answers("0")
        ),
        Attack(
            47,
            "see that other agencies exist",
            "select count(*) >= 3 from agency",
            .excepted("the list of agencies is public in the city")
        ),
        Attack(
            48,
            "functions that everybody may execute",
            """
            select count(*) from pg_proc p where pronamespace = 'medan'::regnamespace and
            has_function_privilege('public', p.oid, 'execute')
            """,
            .answers("0")
        ),
        Attack(
            49,
            "lift one's own time limit",
            "set statement_timeout = 0",
            .excepted("limits that hold stand in the pooler and the number of connections")
        ),
        Attack(50, "measure how long an answer takes", "select 1", .excepted("timing is out of scope")),
    ]

    /// Attacks on the walls themselves.
    static let breaking: [Attack] = [
        Attack(3, "switch a table's row security off", "alter table person disable row level security"),
        Attack(3, "let the owner pass", "alter table person no force row level security"),
        Attack(4, "make a policy", "create policy p on person using (true)"),
        Attack(4, "change a policy", "alter policy person_window on person using (true)"),
        Attack(4, "drop a policy", "drop policy person_window on person"),
        Attack(
            12,
            "rewrite a function that acts above its caller",
            "create or replace function medan.lock_ratings(integer, integer, text) returns void language sql return null"
        ),
        Attack(
            12,
            "claim everybody's jobs",
            "select * from claim_jobs(1, array['planted'], array[1], array[1.0::float8])"
        ),
        Attack(
            12,
            "end a job of another agency",
            "select finish_jobs({foreign}, 1, array[1::bigint], array[1], array['done'], array[0::float8], array[null])"
        ),
        Attack(12, "cancel a job of another agency", "select cancel_jobs({foreign}, array[1::bigint])"),
        Attack(12, "have work done in the city's name", "insert into job (agency_id, kind) values (0, 'planted')"),
        Attack(17, "read jobs", "select count(*) from job"),
        Attack(12, "drop a function of the city", "drop function medan.lock_ratings(integer, integer, text)"),
        Attack(
            31,
            "give a right away",
            "grant select on person to public"
        ),
        Attack(
            43,
            "end another's session",
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'medan_admin' limit 1"
        ),
        Attack(43, "change the server's settings", "alter system set log_statement = 'all'"),
        Attack(43, "load a library", "load '/tmp/x.so'"),
        Attack(
            48,
            "open what is made later",
            "alter default privileges for role medan_owner grant select on tables to public"
        ),
    ]
}
