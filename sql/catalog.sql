-- Why: checks look for what must not be, and the ledger compares files. Neither sees a function with another body, a
-- trigger that is switched off, or a constraint that is gone: what the database does is then not what this program's
-- SQL says.
-- Mend: `mutasi db init`, as a superuser: it applies routines, policies and definers again. It restores no
-- constraint, column, index or table: take its statement from the migration that is named. It drops nothing but
-- policies and what older versions made: drop what is not the program's by hand (a column with `cascade`, for its
-- window; then `mutasi db init`).
with
-- What the city's schema holds, an object a row, with the hash of all that is said of it. Independent of the city's
-- name, of oids and of the order of creation. sql/catalog.csv is this query's result on a freshly migrated city;
-- `make schema` writes it. Run it with pg_catalog alone in the path, and with the settings that SchemaCatalog.swift
-- gives.
city as (
    select n.oid, n.nspowner, n.nspacl
    from pg_catalog.pg_namespace n
    where n.nspname = '{city}'
),
-- Where no ACL is recorded, the default counts. From PostgreSQL 17 on, each owner has MAINTAIN: left out.
acl (classid, objid, objsubid, rights) as (
    select o.classid, o.objid, o.objsubid,
        string_agg(
            coalesce(r.rolname, case x.grantee when 0 then 'PUBLIC' else '?' end) || ' ' || x.privilege_type
                || case when x.is_grantable then '*' else '' end,
            ', ' order by coalesce(r.rolname, '') collate "C", x.privilege_type collate "C", x.is_grantable
        )
    from (
        select 'pg_class'::regclass as classid, c.oid as objid, 0 as objsubid, c.relowner as owner,
            coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)) as acl
        from city join pg_catalog.pg_class c on c.relnamespace = city.oid
        union all
        select 'pg_class'::regclass, a.attrelid, a.attnum, c.relowner, a.attacl
        from city join pg_catalog.pg_class c on c.relnamespace = city.oid
        join pg_catalog.pg_attribute a on a.attrelid = c.oid
        where a.attacl is not null
        union all
        select 'pg_proc'::regclass, f.oid, 0, f.proowner, coalesce(f.proacl, acldefault('f', f.proowner))
        from city join pg_catalog.pg_proc f on f.pronamespace = city.oid
        union all
        select 'pg_type'::regclass, t.oid, 0, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner))
        from city join pg_catalog.pg_type t on t.typnamespace = city.oid
        union all
        select 'pg_namespace'::regclass, city.oid, 0, city.nspowner,
            coalesce(city.nspacl, acldefault('n', city.nspowner))
        from city
    ) o
    cross join aclexplode(o.acl) x
    left join pg_catalog.pg_roles r on r.oid = x.grantee
    where not (x.privilege_type = 'MAINTAIN' and x.grantee = o.owner)
    group by o.classid, o.objid, o.objsubid
),
relation as (
    select c.*, pg_get_userbyid(c.relowner) as owner,
        (
            select a.rights from acl a where a.classid = 'pg_class'::regclass and a.objid = c.oid and a.objsubid = 0
        ) as rights
    from city join pg_catalog.pg_class c on c.relnamespace = city.oid
),
object (kind, name, definition) as (
    select 'schema', 'schema', jsonb_build_array(
        pg_get_userbyid(city.nspowner),
        (select a.rights from acl a where a.classid = 'pg_namespace'::regclass and a.objid = city.oid)
    )
    from city
    union all
    select 'function', format('%s(%s)', f.proname, oidvectortypes(f.proargtypes)), jsonb_build_array(
        f.prokind, l.lanname, f.provolatile, f.proparallel, f.prosecdef, f.proleakproof, f.proisstrict, f.procost,
        f.prorows, (select array_agg(s order by s collate "C") from unnest(f.proconfig) s),
        pg_get_function_arguments(f.oid), pg_get_function_result(f.oid),
        coalesce(pg_get_function_sqlbody(f.oid), f.prosrc), f.probin, pg_get_userbyid(f.proowner),
        (select a.rights from acl a where a.classid = 'pg_proc'::regclass and a.objid = f.oid)
    )
    from city join pg_catalog.pg_proc f on f.pronamespace = city.oid
    join pg_catalog.pg_language l on l.oid = f.prolang
    union all
    select 'trigger', format('%s on %s', t.tgname, r.relname), jsonb_build_array(pg_get_triggerdef(t.oid), t.tgenabled)
    from relation r join pg_catalog.pg_trigger t on t.tgrelid = r.oid
    where not t.tgisinternal
    union all
    select 'policy', format('%s on %s', p.polname, r.relname), jsonb_build_array(
        p.polcmd, p.polpermissive,
        (select array_agg(coalesce(o.rolname, 'PUBLIC') order by o.rolname collate "C")
            from unnest(p.polroles) i left join pg_catalog.pg_roles o on o.oid = i),
        pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
    )
    from relation r join pg_catalog.pg_policy p on p.polrelid = r.oid
    union all
    -- From PostgreSQL 18 on, "not null" is a constraint, too: the columns have it.
    select 'constraint', format('%s on %s', k.conname, coalesce(r.relname, t.typname)), jsonb_build_array(
        pg_get_constraintdef(k.oid), k.convalidated,
        (select array_agg(g.tgenabled order by g.tgtype, g.tgenabled) from pg_catalog.pg_trigger g
            where g.tgconstraint = k.oid and g.tgisinternal)
    )
    from city join pg_catalog.pg_constraint k on k.connamespace = city.oid
    left join pg_catalog.pg_class r on r.oid = k.conrelid
    left join pg_catalog.pg_type t on t.oid = k.contypid
    where k.contype not in ('n', 't')
    union all
    select 'index', r.relname::text, jsonb_build_array(
        pg_get_indexdef(r.oid), x.indisvalid, x.indisready, x.indislive, x.indisreplident, r.owner
    )
    from relation r join pg_catalog.pg_index x on x.indexrelid = r.oid
    union all
    -- A view of one relation names its columns with that relation before PostgreSQL 16, and without it from there on.
    select case r.relkind when 'v' then 'view' else 'materialized view' end, r.relname::text, jsonb_build_array(
        case
            when (select count(distinct m[1]) from regexp_matches(d.text, '([a-z_][a-z0-9_]*)[.][a-z_]', 'g') m
                where m[1] <> '{city}') <= 1
            then regexp_replace(d.text, '[[:<:]](?!{city}[.])[a-z_][a-z0-9_]*[.](?=[a-z_])', '', 'g')
            else d.text
        end,
        (select array_agg(s order by s collate "C") from unnest(r.reloptions) s), r.owner, r.rights
    )
    from relation r cross join lateral (select pg_get_viewdef(r.oid) as text) d
    where r.relkind in ('v', 'm')
    union all
    select case r.relkind when 'f' then 'foreign table' else 'table' end, r.relname::text, jsonb_build_array(
        r.relkind, r.relrowsecurity, r.relforcerowsecurity, r.relpersistence, r.relreplident,
        (select array_agg(s order by s collate "C") from unnest(r.reloptions) s),
        pg_get_partkeydef(r.oid), pg_get_expr(r.relpartbound, r.oid),
        (select array_agg(i.inhparent::regclass::text order by i.inhseqno) from pg_catalog.pg_inherits i
            where i.inhrelid = r.oid),
        -- Their rows are the parent's, too; those of the city are tables of their own here.
        (select array_agg(i.inhrelid::regclass::text order by i.inhrelid::regclass::text collate "C")
            from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
            where i.inhparent = r.oid and c.relnamespace <> r.relnamespace),
        r.owner, r.rights
    )
    from relation r
    where r.relkind in ('r', 'p', 'f')
    union all
    select 'column', format('%s.%s', r.relname, a.attname), jsonb_build_array(
        format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attstorage,
        nullif(a.attcollation, t.typcollation)::regcollation::text,
        (select pg_get_expr(d.adbin, d.adrelid) from pg_catalog.pg_attrdef d
            where d.adrelid = a.attrelid and d.adnum = a.attnum),
        (select l.rights from acl l
            where l.classid = 'pg_class'::regclass and l.objid = a.attrelid and l.objsubid = a.attnum)
    )
    from relation r join pg_catalog.pg_attribute a on a.attrelid = r.oid
    join pg_catalog.pg_type t on t.oid = a.atttypid
    where r.relkind in ('r', 'p', 'f', 'v', 'm', 'c') and a.attnum > 0 and not a.attisdropped
    union all
    select 'sequence', r.relname::text, jsonb_build_array(
        format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmax, s.seqmin, s.seqcache, s.seqcycle, r.owner,
        r.rights
    )
    from relation r join pg_catalog.pg_sequence s on s.seqrelid = r.oid
    union all
    select 'type', t.typname::text, jsonb_build_array(
        t.typtype, format_type(nullif(t.typbasetype, 0), t.typtypmod), t.typnotnull, t.typdefault,
        (select array_agg(e.enumlabel order by e.enumsortorder) from pg_catalog.pg_enum e where e.enumtypid = t.oid),
        (select g.rngsubtype::regtype::text from pg_catalog.pg_range g where g.rngtypid = t.oid),
        pg_get_userbyid(t.typowner),
        (select a.rights from acl a where a.classid = 'pg_type'::regclass and a.objid = t.oid)
    )
    from city join pg_catalog.pg_type t on t.typnamespace = city.oid
    where t.typtype <> 'c' and t.typelem = 0
        or exists (select from relation r where r.oid = t.typrelid and r.relkind = 'c')
    union all
    select 'rule', format('%s on %s', w.rulename, r.relname), jsonb_build_array(pg_get_ruledef(w.oid), w.ev_enabled)
    from relation r join pg_catalog.pg_rewrite w on w.ev_class = r.oid
    where w.rulename <> '_RETURN'
    union all
    -- One of the city is taken instead of PostgreSQL's when its types fit better.
    select 'operator', format('%s (%s, %s)', o.oprname, o.oprleft::regtype, o.oprright::regtype), jsonb_build_array(
        o.oprcode::regprocedure::text, pg_get_userbyid(o.oprowner)
    )
    from city join pg_catalog.pg_operator o on o.oprnamespace = city.oid
    union all
    select 'operator class', o.opcname::text, jsonb_build_array(pg_get_userbyid(o.opcowner))
    from city join pg_catalog.pg_opclass o on o.opcnamespace = city.oid
    union all
    select 'collation', o.collname::text, jsonb_build_array(pg_get_userbyid(o.collowner))
    from city join pg_catalog.pg_collation o on o.collnamespace = city.oid
    union all
    select 'cast', format('%s as %s', k.castsource::regtype, k.casttarget::regtype), jsonb_build_array(
        k.castfunc::regprocedure::text, k.castcontext, k.castmethod
    )
    from city join pg_catalog.pg_cast k on exists (
        select from pg_catalog.pg_type t where t.typnamespace = city.oid and t.oid in (k.castsource, k.casttarget)
        union all select from pg_catalog.pg_proc f where f.pronamespace = city.oid and f.oid = k.castfunc
    )
    union all
    -- Its owner is a superuser, whose name differs from server to server.
    select 'event trigger', e.evtname::text, jsonb_build_array(
        e.evtevent, e.evtenabled, (select array_agg(g order by g collate "C") from unnest(e.evttags) g),
        e.evtfoid::regprocedure::text, o.rolsuper
    )
    from city join pg_catalog.pg_event_trigger e on true
    join pg_catalog.pg_proc f on f.oid = e.evtfoid
    join pg_catalog.pg_roles o on o.oid = e.evtowner
    where f.pronamespace = city.oid or e.evtname like '{city}~_%' escape '~'
),
-- The city's name, as a word or before an underscore. This file's own placeholder is filled in before it runs.
named as (
    select o.kind,
        regexp_replace(o.name, '[[:<:]]{city}(?![a-z0-9])', concat('{', 'city}'), 'g') as name,
        regexp_replace(
            regexp_replace(o.definition::text, '[[:<:]]{city}(?![a-z0-9])', concat('{', 'city}'), 'g'),
            '([[:space:]]|[\\][nrt])+', ' ', 'g'
        ) as definition
    from object o
),
-- BETWEEN makes "(a and b) and c"; a restored dump makes "a and b and c" of it. The same goes for "or". The pattern
-- knows parentheses to the third depth.
flat as (
    select n.kind, n.name,
        regexp_replace(
            regexp_replace(n.definition, replace('[(][(](@( AND @)+)[)] AND ', '@', p.part), '(\1 AND ', 'g'),
            replace('[(][(](@( OR @)+)[)] OR ', '@', p.part), '(\1 OR ', 'g'
        ) as definition
    from named n
    cross join (select '[(]([^()]|[(]([^()]|[(][^()]*[)])*[)])*[)]' as part) p
)
select n.kind, regexp_replace(n.name, '[{]city[}][.]', '', 'g') as object,
    encode(sha256(convert_to(n.definition, 'UTF8')), 'hex') as sha256
from flat n
order by n.kind collate "C", n.name collate "C"
