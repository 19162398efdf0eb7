-- Why: a foreign key that changes rows by itself does so as the owner, in rows that the writer may not even see.
-- Mend: `on delete` and `on update no action`; change dependent rows by a statement of its own.
select c.relname || '.' || k.conname as object,
    concat_ws(' and ',
        case when k.confdeltype in ('c', 'n', 'd') then 'changes rows on delete' end,
        case when k.confupdtype in ('c', 'n', 'd') then 'changes rows on update' end
    ) as problem
from pg_constraint k
join pg_class c on c.oid = k.conrelid
where k.contype = 'f'
    and c.relnamespace = current_schema()::regnamespace
    and (k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd'))
