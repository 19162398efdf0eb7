-- Why: a leakproof function is called on rows before the policies hide them, and can reveal them.
-- Mend: `alter function … not leakproof`: none of ours needs it.
select f.oid::regprocedure::text as object, 'is leakproof' as problem
from pg_proc f
where f.pronamespace = current_schema()::regnamespace
    and f.proleakproof
