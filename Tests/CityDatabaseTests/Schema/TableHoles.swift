/// The holes that each check must find: statements of the owner, or of a superuser after `reset role`.
let tableHoles: KeyValuePairs<String, [String]> = [
    "rls_not_forced": [
        "create table hole (a integer)",
        "alter table person no force row level security",
        "alter table person disable row level security",
    ],
    "audit_trigger_missing": [
        "reset role; alter table person disable trigger audit_update",
        "reset role; alter table person enable trigger audit_update",
        "drop trigger audit_delete on rating_event",
        "drop trigger refuse_audit_truncate on audit_seal",
        """
        reset role; drop trigger audit_insert on appraisal; create trigger audit_insert after insert on appraisal for \
        each statement execute function refuse_audit_change(); alter table appraisal enable always trigger audit_insert
        """,
        "reset role; alter table rating_event disable trigger refuse_late_rating",
        """
        reset role; do 'declare v_name name; begin for v_name in select tgname from pg_trigger where tgrelid = \
        ''evidence''::regclass and tgisinternal loop execute format(''alter table evidence disable trigger %I'', v_name); \
        end loop; end'
        """,
        "create table hole (a integer primary key); \(forced("hole"))",
    ],
    "guard_missing": [
        "reset role; drop event trigger medan_refuse_ownership_commands",
        "reset role; alter event trigger medan_refuse_ownership_commands disable",
    ],
    "policy_missing": [
        "drop policy person_window on person", "drop policy org_unit_pool on org_unit",
        """
        create table hole (a integer); alter table hole enable row level security; alter table hole force row level \
        security
        """,
    ],
    "policy_for_others": [
        "create policy hole on person for select to public using (agency_id = 1)",
        """
        reset role; create role medan_agency_990001; create policy hole on person for select to medan_agency_990001 \
        using (agency_id = 990001)
        """,
    ],
    "policy_restrictive": [
        "create policy hole on person as restrictive for select to medan_auditor using (true)"
    ],
    "policy_not_simple": [
        "alter policy person_personnel on person using (agency_id in (select agency_id from agency))",
        "alter policy person_personnel on person using (coalesce(agency_id > 1, true))",
        "alter policy person_personnel on person using (nullif(agency_id, 0) is null)",
        "alter policy person_personnel on person using (agency_id = 1 or name = 'x')",
        "alter policy person_personnel on person using (agency_id is not distinct from nullif(1, 1))",
    ],
    "policy_function_slow": [
        """
        create function hole() returns boolean parallel safe return true; alter policy person_personnel on person \
        using (hole())
        """,
        """
        create function hole() returns boolean stable return true; alter policy person_personnel on person using \
        (hole())
        """,
        "alter policy person_personnel on person using (random() < 1)",
    ],
    "policy_one_sided": [
        "alter policy agency_provisioner on agency using (agency_id > 1)",
        """
        drop policy run_chunk_pool on run_chunk; create policy hole on run_chunk for insert to medan_pool with check \
        (agency_id = {pool_agency})
        """,
        """
        drop policy rating_event_agency on rating_event; create policy hole on rating_event for update to medan_agency \
        using (agency_id = {login_agency})
        """,
    ],
    "policy_doubled": [
        "create policy hole on person for select to medan_personnel using (true)"
    ],
    "tenant_policy_open": [
        "alter policy person_window on person using (true)",
        "alter policy person_window on person using (agency_id = {login_agency} + 1)",
        "alter policy rating_event_agency on rating_event with check (agency_id > 0)",
        "alter policy appraisal_score_appraiser on appraisal_score using (agency_id > 0) with check (agency_id > 0)",
        "alter policy person_pool on person using (agency_id = agency_id) with check (agency_id = agency_id)",
        "alter policy person_pool on person using (agency_id = {login_agency}) with check (agency_id = {login_agency})",
    ],
    "view_not_invoker": [
        "create view hole as select name from person",
        "create view hole with (security_invoker = false) as select name from person",
        "reset role; create view hole with (security_invoker = true) as select name from person",
    ],
    "grant_past_policies": [
        """
        create table hole (agency_id integer primary key) partition by list (agency_id); create table part partition \
        of hole default; grant select on part to medan_personnel; \(forced("hole")); \(forced("part"))
        """,
        "create table hole () inherits (setting); \(forced("hole")); grant select (value) on hole to medan_personnel",
        "create materialized view hole as select 1 as a; grant select on hole to medan_personnel",
        """
        reset role; create foreign data wrapper hole; create server hole foreign data wrapper hole; create foreign \
        table hole (a integer) server hole; alter table hole owner to medan_owner; grant select on hole to \
        medan_agency
        """,
    ],
    "grant_to_others": [
        "grant select on person to public",
        "grant select (name) on person to public",
        "grant select on person to medan_daemon",
        "grant usage on sequence agency_agency_id_seq to public",
        "grant usage on schema medan to public",
        "reset role; grant execute on function lock_ratings to public",
        """
        reset role; create function hole() returns integer stable return 1; alter function hole owner to \
        medan_definer
        """,
        "reset role; create role medan_agency_990001; grant select on person to medan_agency_990001",
    ],
    "grant_too_wide": [
        "grant delete on person to medan_personnel",
        "grant delete on run to medan_worker",
        "grant update on person to medan_pool",
        "grant truncate on rating_event to medan_agency",
        "grant trigger on person to medan_mover",
        "grant references (person_id) on person to medan_mover",
        "grant update on worker to medan_worker",
        "grant update on sequence agency_agency_id_seq to medan_provisioner",
    ],
    "grant_passed_on": [
        "grant select on person to medan_personnel with grant option",
        "grant select (name) on person to medan_personnel with grant option",
        "grant execute on function rating_locks to medan_pool with grant option",
        "grant usage on schema medan to medan_pool with grant option",
        "reset role; grant connect on database {database} to medan_agency with grant option",
    ],
    "grant_by_default": [
        "alter default privileges for role medan_owner grant select on tables to medan_agency",
        "alter default privileges for role medan_owner grant execute on functions to public",
    ],
    "shared_table_written": [
        "grant insert (code) on cycle to medan_pool",
        "grant update (state) on agency to medan_agency",
    ],
    "definer_open": [
        "alter function rating_locks security definer",
        "reset role; alter function end_sessions set search_path = medan, pg_temp",
        "reset role; alter function end_sessions reset search_path",
    ],
    "function_path_open": [
        "create function hole() returns integer language sql as 'select 1'",
        "alter function rating_locks set search_path = medan",
        "reset role; alter function login_role reset search_path",
    ],
    "function_backslash": [
        "create function hole() returns boolean language sql stable set search_path = medan, pg_temp as $$ select 'a' ~ '\\d' $$"
    ],
    "function_leakproof": [
        "reset role; alter function rating_locks leakproof"
    ],
    "key_without_agency": [
        "create index hole on person (nip)",
        "create unique index hole on person (lower(nip))",
        """
        alter table setting add column a integer, add column b bigint, add foreign key (a, b) references org_unit \
        (agency_id, org_unit_id)
        """,
        """
        alter table run_chunk add column a integer, add column b bigint, add foreign key (a, b) references \
        org_unit (agency_id, org_unit_id)
        """,
        "alter table run_failure drop constraint run_failure_pkey, alter agency_id drop not null",
    ],
    "foreign_key_acting": [
        "alter table run_failure add foreign key (run_id) references run on delete cascade",
        "alter table run_failure add foreign key (run_id) references run on delete set null",
        "alter table run_failure add foreign key (run_id) references run on update cascade",
    ],
    "index_unusable": [
        """
        create type hole as enum ('a'); alter table run_chunk add column a hole; create index hole on run_chunk \
        (agency_id, a)
        """,
        "create index hole on talent_placement (agency_id, cycle_id, potential_score)",
        "create index hole on person (agency_id, lower(nip))",
        "create index hole on employment using gist (agency_id, valid)",
    ],
    "identity_given": [
        "grant insert on assignment to medan_pool",
        "grant insert (rating_event_id) on rating_event to medan_agency",
    ],
    "agency_reads_table": [
        "grant select on rating_event to medan_agency",
        "grant select (source) on rating_event to medan_agency",
        "grant select on known_person to medan_agency",
    ],
    "window_unfenced": [
        """
        reset role; create or replace view own_cycle_milestone with (security_barrier = true) as select agency_id, cycle_id, \
        milestone, reached_at, reached_by from cycle_milestone
        """,
        "reset role; alter view own_post reset (security_barrier)",
        "reset role; grant insert on own_post to medan_agency",
        """
        reset role; create function own_hole() returns bigint language sql security definer set search_path = pg_catalog, \
        medan, pg_temp as 'select 1::bigint'; alter function own_hole owner to medan_window; revoke all on function own_hole \
        from public
        """,
    ],
    "window_missing": [
        "reset role; drop view own_post",
        "alter table post add column hole integer",
        "revoke select on post from medan_window",
    ],
    "trigger_as_caller": [
        "reset role; alter function require_person security invoker"
    ],
    "date_unbounded": [
        "alter table run_chunk add column hole date",
        "alter table run_chunk drop constraint run_chunk_due_at_bounds_check",
    ],
    "run_started_twice": [
        "drop index run_chunk_whole_key"
    ],
    "constraint_not_validated": [
        "alter table run_chunk add constraint hole check (keys < 5) not valid"
    ],
    "server_seen": [
        "reset role; grant execute on function pg_lock_status() to public",
        "reset role; grant execute on function pg_stat_get_live_tuples(oid) to medan_agency",
    ],
    "login_in_two_scopes": [
        "reset role; create role medan_hole login in role medan_pool, medan_personnel",
        """
        reset role; create role medan_hole in role medan_pool; create role medan_bridge login in role medan_hole, \
        medan_worker
        """,
        "reset role; alter role medan_daemon inherit",
    ],
    "agency_role_open": [
        """
        reset role; create role medan_agency_990001 in role medan_agency; create role medan_agency_990002_a login in \
        role medan_agency_990001
        """,
        "reset role; create role medan_agency_990002_a login in role medan_agency",
        "reset role; create role medan_agency_990001 in role medan_pool",
        "reset role; create role medan_agency_990001 login",
        "reset role; create role medan_agency_990001; create role medan_hole login in role medan_agency_990001",
        "reset role; create role medan_agency_990001; grant medan_agency to medan_agency_990001 with admin option",
    ],
    "owner_reachable": [
        "reset role; create role medan_hole in role medan_owner",
        "reset role; create role medan_hole in role medan_definer",
        "reset role; create role medan_hole in role medan_verifier",
        "reset role; create role medan_hole noinherit in role medan_admin",
        "reset role; alter role medan_owner login",
    ],
    "standing_role_open": [
        "reset role; grant medan_personnel to medan_daemon",
        "reset role; grant medan_pool to medan_personnel",
        "reset role; grant medan_pool to medan_daemon with admin option",
        "reset role; alter role medan_pool login",
    ],
    "role_too_strong": [
        "reset role; create role medan_agency_990001_a superuser login",
        "reset role; alter role medan_daemon bypassrls",
        "reset role; alter role medan_admin createrole",
        "reset role; create role medan_hole createdb in role medan_personnel",
        "reset role; create role medan_agency_990001_a replication login",
    ],
    "server_role_held": [
        "reset role; grant pg_monitor to medan_auditor",
        "reset role; grant pg_read_all_data to medan_personnel",
        "reset role; create role medan_agency_990001_a login in role pg_write_server_files",
        "reset role; create role medan_hole noinherit in role pg_signal_backend, medan_pool",
        "reset role; create role hole superuser; grant hole to medan_admin",
    ],
    "database_open": [
        "reset role; grant temporary on database {database} to public",
        "reset role; grant connect on database {database} to public",
        "reset role; grant create on database {database} to medan_personnel",
        "reset role; grant temporary on database {database} to medan_agency",
    ],
    "schema_open": [
        "reset role; grant create on schema public to public",
        "reset role; grant create on schema public to medan_agency",
        "grant create on schema medan to medan_pool",
        "reset role; alter schema medan owner to medan_definer; grant create, usage on schema medan to medan_owner",
    ],
    "language_open": [
        "reset role; grant usage on language plpgsql to public",
        "reset role; grant usage on language plpgsql to medan_agency",
    ],
    "lock_open": [
        "reset role; grant execute on function pg_advisory_lock(bigint) to public",
        "reset role; grant execute on function pg_try_advisory_xact_lock(integer, integer) to medan_agency",
        "reset role; grant execute on function lo_create(oid) to public",
        "reset role; grant execute on function pg_advisory_lock(integer, integer) to medan_pool",
    ],
    "object_owner": [
        "reset role; alter table person owner to session_user",
        "reset role; alter function rating_locks owner to session_user",
        "reset role; create type hole as enum ('a')",
        "reset role; create domain hole as text",
        "reset role; create sequence hole",
    ],
    "rule_on_table": [
        "create rule hole as on insert to cycle do also select 1"
    ],
    "trigger_foreign": [
        """
        reset role; create function public.hole() returns trigger language plpgsql security definer as 'begin return \
        null; end'; create trigger hole after insert on person execute function public.hole()
        """
    ],
    "table_published": [
        "reset role; create publication hole for table person",
        "reset role; create publication hole for tables in schema medan",
        "reset role; create publication hole for all tables",
    ],
    "secret_in_catalog": [
        "reset role; create role medan_hole; alter role medan_hole in database {database} set mutasi.api_key = 'x'",
        "reset role; alter database {database} set mutasi.source = 'postgresql://siasn:x@host/db'",
        "create function hole() returns text return 'host=siasn password=x'",
        "create function hole() returns text return 'SCRAM-SHA-256$4096:x'",
        "alter policy person_personnel on person using (name <> 'md5d41d8cd98f00b204e9800998ecf8427e')",
    ],
]

func forced(_ table: String) -> String {
    """
    alter table \(table) enable row level security; alter table \(table) force row level security; \
    create policy \(table) on \(table) for select to medan_personnel using (true)
    """
}
