-- Why: a rule acts with the rights of the table's owner, not of the writer.
-- Mend: `drop rule`; write a trigger, in sql/routines.
select c.relname || '.' || w.rulename as object, 'is a rule' as problem
from pg_rewrite w
join pg_class c on c.oid = w.ev_class
where c.relnamespace = current_schema()::regnamespace
    and not (w.rulename = '_RETURN' and c.relkind in ('v', 'm'))
