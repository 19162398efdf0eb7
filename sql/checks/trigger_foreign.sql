-- Why: a trigger whose function is outside the city's schema runs code that no file of sql/ holds and no other check
-- sees, as its owner if it is a security definer.
-- Mend: put the function into sql/routines, or sql/definers if it must act above the writer.
select c.relname || '.' || g.tgname as object, 'calls ' || f.pronamespace::regnamespace || '.' || f.proname as problem
from pg_trigger g
join pg_class c on c.oid = g.tgrelid
join pg_proc f on f.oid = g.tgfoid
where c.relnamespace = current_schema()::regnamespace
    and not g.tgisinternal
    and f.pronamespace <> c.relnamespace
