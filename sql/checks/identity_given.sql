-- Why: who may choose a row's number takes those that come next, or another agency's: a writer who meets one is
-- refused for it.
-- Mend: grant insert of the other columns, in sql/policies/<table>.sql, then `mutasi db init`.
select c.relname || '.' || t.attname || ' to ' || r.rolname as object, 'insert is granted' as problem
from pg_class c
join pg_attribute t on t.attrelid = c.oid and t.attidentity <> '' and not t.attisdropped
join pg_roles r on r.rolname ~ '^{city}_({role_words})$' and r.oid <> c.relowner
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and has_column_privilege(r.oid, c.oid, t.attnum, 'insert')
    -- The trail's numbers are its own functions'.
    and not (c.relname = 'audit_event' and r.rolname = '{city}_audit')
