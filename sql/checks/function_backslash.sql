-- Why: a function's text is read in its caller's session, where standard_conforming_strings may be off: a backslash in
-- a string then means something else, and a pattern that should keep people out or mask their data matches nothing.
-- Mend: write `[0-9]` for a digit and `[$]` for a dollar sign.
select f.oid::regprocedure::text as object, 'has a backslash' as problem
from pg_proc f
where f.pronamespace = current_schema()::regnamespace
    and strpos(f.prosrc, chr(92)) > 0
