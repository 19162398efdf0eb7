-- Why: a volatile function in a policy is called for each row of the table instead of once, and one that is not
-- parallel safe ends parallel plans for everybody.
-- Mend: `stable parallel safe`, in sql/routines.
select distinct c.relname || '.' || p.polname as object,
    f.proname || case when f.provolatile = 'v' then ' is volatile' else ' is not parallel safe' end as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
-- From the stored expression, because no dependency on the server's own functions is recorded.
cross join lateral regexp_matches(
    concat_ws(' ', p.polqual::text, p.polwithcheck::text), ':(?:op)?funcid (\d+)', 'g'
) m (id)
join pg_proc f on f.oid = m.id[1]::oid
where c.relnamespace = current_schema()::regnamespace
    and (f.provolatile = 'v' or f.proparallel <> 's')
