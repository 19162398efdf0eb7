-- Why: TRUNCATE, REFERENCES and TRIGGER are not covered by policies, DELETE and table-wide UPDATE allow locks that stop
-- every agency, and PUBLIC is everybody.
-- Mend: grant select, insert and update of named columns, in sql/policies/<table>.sql.
select c.relname || ' to ' || coalesce(nullif(x.grantee, 0)::regrole::text, 'public') as object,
    lower(x.privilege_type) || ' is granted' as problem
from pg_class c
cross join aclexplode(c.relacl) x
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p', 'v', 'm', 'S')
    and x.grantee <> c.relowner
    and (
        x.grantee = 0
        or (
            x.grantee::regrole::text <> '{city}_worker'
            and x.privilege_type in ('DELETE', 'UPDATE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')
        )
    )
