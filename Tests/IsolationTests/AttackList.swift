/// What a stranger with an agency's login may try, by the numbers of the list of pitfalls of a shared schema.
enum AttackList {
    static let all =
        whoIsBound + escaping + writingAcross + learning + WindowAttackList.all + breaking + ServiceAttackList.all
        + transfers

    private static let whoIsBound: [Attack] = [
        Attack(1, "become the tables' owner", "set role medan_owner"),
        Attack(
            1,
            "tables whose row security does not bind their owner",
            """
            select count(*) from pg_class where relnamespace = 'medan'::regnamespace and relkind in ('r', 'p')
            and not (relrowsecurity and relforcerowsecurity)
            """,
            .answers("0")
        ),
        Attack(2, "give oneself BYPASSRLS", "alter role current_user bypassrls"),
        Attack(2, "become the role of the backup", "set role medan_backup"),
        Attack(
            2,
            "roles above the policies but for the backup's",
            """
            select count(*) from pg_roles where rolname ~ '^medan_' and (rolsuper or rolbypassrls) and rolname
            <> 'medan_backup'
            """,
            .answers("0")
        ),
        Attack(
            3,
            "tables without any policy",
            """
            select count(*) from pg_class c where relnamespace = 'medan'::regnamespace and relkind = 'r' and
            not exists (select from pg_policy p where p.polrelid = c.oid)
            """,
            .answers("0")
        ),
        Attack(4, "policies for everybody", "select count(*) from pg_policy where 0 = any (polroles)", .answers("0")),
        Attack(5, "join a second scope", "grant medan_personnel to current_user"),
        Attack(5, "become the personnel agency", "set role medan_personnel"),
        Attack(
            5,
            "become the pool",
            "set role medan_pool; set mutasi.agency = '{foreign}'; select count(*) from person"
        ),
        Attack(
            6,
            "restrictive policies, which Citus turns round",
            "select count(*) from pg_policy where not polpermissive",
            .answers("0")
        ),
        Attack(7, "switch row security off", "set row_security = off; select nip from person"),
        Attack(8, "make a view, which would run as its owner", "create view v as select * from person"),
        Attack(
            8,
            "views in the schema that do not read as their caller",
            """
            select count(*) from pg_class where relnamespace = 'medan'::regnamespace and (
                relkind in ('m', 'f') or relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)
                    and relowner <> 'medan_window'::regrole
            )
            """,
            .answers("0")
        ),
        Attack(9, "make a materialised view", "create materialized view v as select * from person"),
        Attack(10, "make a foreign table", "create foreign table f (a integer) server s"),
        Attack(10, "install an extension that reaches elsewhere", "create extension dblink"),
        Attack(11, "hang a table of one's own below", "create table p () inherits (person)"),
        Attack(
            11,
            "partitions and children in the schema",
            """
            select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relnamespace =
            'medan'::regnamespace and c.relkind in ('r', 'p')
            """,
            .answers("0")
        ),
        Attack(3, "take the policies of all agencies away", "drop owned by medan_agency"),
        Attack(3, "the same by the agency's role", "drop owned by {group}"),
        Attack(
            19,
            "bind one's role, so that it cannot be revoked",
            "alter default privileges grant select on tables to public"
        ),
        Attack(12, "make a login of another agency", "select create_login({foreign}, 'x', null, null, 1)"),
        Attack(
            12,
            "change another agency's password",
            "select change_verifier({foreign}, 'siasn', 'SCRAM-SHA-256$4096:x', null)"
        ),
        Attack(12, "drop another agency's login", "select drop_login({foreign}, 'siasn')"),
        Attack(12, "end another agency's sessions", "select end_sessions({foreign}, null)"),
        Attack(12, "bring another agency's role out of accord", "select apply_agency_state({foreign})"),
        Attack(12, "hold up another agency's close", "select lock_ratings({foreign}, 1, 'alone')"),
        Attack(
            12,
            "the same as somebody else by a setting",
            "set mutasi.agency = '{foreign}'; select lock_ratings({foreign}, 1, 'alone')"
        ),
        Attack(
            12,
            "move a person to oneself",
            "select move_person({foreign}, {own}, 1, current_date, 1, 'x', current_date)"
        ),
        Attack(12, "swallow another agency", "select merge_people({foreign}, {own}, current_date)"),
        Attack(12, "run a phase of a cycle", "select open_appraisals({own}, 1, 0, 9999999)"),
        Attack(13, "put a rule on a table", "create rule r as on select to person do instead select 1"),
        Attack(
            13,
            "put a trigger on a table",
            "create trigger t after insert on rating_event execute function keep_person_history()"
        ),
        Attack(14, "publish the tables", "create publication p for table person"),
        Attack(14, "read the log of changes", "select pg_create_logical_replication_slot('s', 'pgoutput')"),
        Attack(15, "dump a table without its policies", "set row_security = off; copy person to stdout"),
        Attack(
            16,
            "copy a table out",
            "copy (select nip from own_person where nip in ('{own_nip}', '{foreign_nip}')) to stdout",
            .answers("{own_nip}")
        ),
        Attack(16, "copy rows in", "copy rating_event from stdin"),
        Attack(16, "copy to a file of the server", "copy person to '/tmp/stolen'"),
        Attack(16, "copy to a program on the server", "copy person to program 'cat'"),
    ]

    private static let escaping: [Attack] = [
        Attack(
            17,
            "name another agency",
            "set mutasi.agency = '{foreign}'; select distinct agency_id from own_person",
            .answers("{own}")
        ),
        Attack(
            17,
            "name it within a statement",
            "select distinct agency_id from own_person, set_config('mutasi.agency', '{foreign}', false)",
            .answers("{own}")
        ),
        Attack(18, "name none", "set mutasi.agency = ''; select distinct agency_id from own_person", .answers("{own}")),
        Attack(
            18,
            "name junk",
            "set mutasi.agency = '1 or true'; select distinct agency_id from own_person",
            .answers("{own}")
        ),
        Attack(19, "become another agency", "set role {foreign_group}"),
        Attack(19, "become another agency's login", "set role {foreign_login}"),
        Attack(19, "begin the session anew as another", "set session authorization {foreign_login}"),
        Attack(19, "become the function owners' role", "set role medan_definer"),
        Attack(19, "make a role", "create role intruder"),
        Attack(19, "join another agency", "grant {foreign_group} to {login}"),
        Attack(19, "take another agency's password", "alter role {foreign_login} password 'x'"),
        Attack(19, "take another agency's name", "alter role {login} rename to {foreign_login}_x", .refused("0A000")),
        Attack(19, "drop another agency's login", "drop role {foreign_login}"),
        Attack(19, "lift one's own limit of connections", "alter role {login} connection limit -1"),
        Attack(19, "take what another role owns", "reassign owned by medan_owner to {login}"),
        Attack(20, "make a role with a look-alike name", "create role medan_agency_{foreign}_x login"),
        Attack(
            20,
            "read oneself by the agency's role",
            "set role {group}; select distinct agency_id from own_person",
            .answers("{own}")
        ),
        Attack(
            21,
            "find what an earlier session left",
            "select count(*) from pg_prepared_statements, current_setting('mutasi.agency', true) s where s <> ''",
            .answers("0")
        ),
        Attack(24, "shadow a table", "create temporary table person (agency_id integer, nip text)"),
        Attack(
            24,
            "put one's own schema first",
            "set search_path = pg_temp, public; select distinct agency_id from medan.own_person",
            .answers("{own}")
        ),
        Attack(25, "make a table in the city's schema", "create table medan.t (a integer)"),
        Attack(25, "make a table in public", "create table public.t (a integer)"),
        Attack(25, "make a schema", "create schema mine"),
        Attack(25, "make a function", "create function public.f() returns integer language sql as 'select 1'"),
        Attack(
            25,
            "make a function for the session",
            "create function pg_temp.f() returns integer language sql as 'select 1'"
        ),
        Attack(25, "run a block of code", "do $$ begin raise notice 'x'; end $$"),
        Attack(25, "make a type", "create type public.t as (a integer)"),
        Attack(26, "install a language", "create function public.f() returns integer language c as 'x'"),
        Attack(26, "install a trusted extension", "create extension hstore"),
        Attack(
            26,
            "make an event trigger",
            "create event trigger e on ddl_command_start execute function keep_person_history()"
        ),
        Attack(
            26,
            "rights to make things in the database",
            "select has_database_privilege(current_database(), 'create,temporary')",
            .answers("f")
        ),
    ]

    private static let writingAcross: [Attack] = [
        Attack(
            27,
            "plant a rating in another agency",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour) values
            ({foreign}, 1, 1, 1, 1)
            """
        ),
        Attack(27, "plant a person", "insert into person (agency_id, nip, name) values ({own}, '1', 'x')"),
        Attack(
            27,
            "plant a login",
            "insert into agency_login (agency_id, label, method, connection_limit) values ({own}, 'x', 'password', 1)"
        ),
        Attack(28, "take a person over", "update person set agency_id = {own} where nip = '{foreign_nip}'"),
        Attack(28, "change a decided result", "update talent_placement set box = 9"),
        Attack(28, "change a rating", "update rating_event set work_result = 1"),
        Attack(
            28,
            "rate before the time",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour,
            recorded_at) values ({own}, 1, 1, 1, 1, '2020-01-01')
            """
        ),
        Attack(
            29,
            "find out by a conflict",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour) values
            ({foreign}, 1, 1, 1, 1) on conflict do nothing
            """
        ),
        Attack(
            30,
            "merge into another agency's rows",
            "merge into person p using (values (1)) v on true when matched then update set name = 'x'"
        ),
        Attack(31, "empty a table", "truncate rating_event"),
        Attack(31, "delete", "delete from person"),
        Attack(31, "delete one's own rating", "delete from rating_event"),
        Attack(
            31,
            "refer to a table",
            "create table public.r (a integer, b bigint, foreign key (a, b) references medan.person)"
        ),
        Attack(
            32,
            "find out by a key: an employment of another agency",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
            values ({own}, {open_cycle}, {foreign_employment}, 1, 1)
            """,
            .refused("MU304")
        ),
        Attack(
            32,
            "and one that does not exist gives the same answer",
            """
            insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
            values ({own}, {open_cycle}, 999999999, 1, 1)
            """,
            .refused("MU304")
        ),
        Attack(34, "lock rows", "select nip from person for update"),
        Attack(34, "lock rows weakly", "select nip from person for key share"),
        Attack(35, "lock a table against everybody", "begin; lock table person in access exclusive mode"),
        Attack(35, "lock a table against writers", "begin; lock table person in share mode"),
        Attack(35, "lock a table that one writes", "begin; lock table rating_event in exclusive mode"),
    ]
}
