-- Why: rows of an older version break a rule of this one; code that reads them may fail, or give wrong results.
-- Mend: correct the rows (`select * from <table> where not (<the rule>)`), then `alter table <table> validate
-- constraint <name>` as {city}_owner.
select c.relname || '.' || k.conname as object, 'rows of an older version break it' as problem
from pg_constraint k
join pg_class c on c.oid = k.conrelid
where c.relnamespace = current_schema()::regnamespace
    and not k.convalidated
