-- Why: TRUNCATE, REFERENCES and TRIGGER are not covered by policies; DELETE and table-wide UPDATE allow locks that stop
-- every agency; UPDATE on a sequence sets it back.
-- Mend: grant select, insert and update of named columns, in sql/policies/<table>.sql. The roles that may delete rows
-- are listed below: rows that are kept for ever have no such line.
with granted (object, relation, owner, acl, forbidden) as (
    select c.relname, c.oid, c.relowner, c.relacl,
        array['DELETE', 'UPDATE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
    union all
    select c.relname || '.' || t.attname, c.oid, c.relowner, t.attacl, array['REFERENCES']
    from pg_class c
    join pg_attribute t on t.attrelid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v')
)
select g.object || ' to ' || r.rolname as object, lower(x.privilege_type) || ' is granted' as problem
from granted g
cross join aclexplode(g.acl) x
join pg_roles r on r.oid = x.grantee
where x.grantee <> g.owner
    and x.privilege_type = any (g.forbidden)
    and not (
        x.privilege_type = 'DELETE' and (g.object, r.rolname) in (
            ('worker', '{city}_worker'), ('job', '{city}_definer'), ('job_history', '{city}_definer'),
            ('schedule', '{city}_personnel'), ('schedule_occurrence', '{city}_personnel'),
            ('schedule_occurrence', '{city}_worker'), ('holiday', '{city}_personnel'),
            ('city_job_title', '{city}_personnel')
        )
    )
    -- grant_past_policies finds these.
    and not exists (select from pg_inherits i where i.inhrelid = g.relation)
