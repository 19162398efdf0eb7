-- Why: any agency's login may `drop owned by` a group that it is a member of. That drops every policy that names only
-- the group, and blinds all agencies; only an event trigger refuses it. No dump of a schema contains the trigger.
-- Mend: `mutasi db init`, as a superuser.
select '{city}_refuse_ownership_commands' as object, 'is missing, switched off, or not as roles.sql makes it' as problem
where not exists (
    select from pg_event_trigger e
    join pg_proc f on f.oid = e.evtfoid
    where e.evtname = '{city}_refuse_ownership_commands'
        and e.evtevent = 'ddl_command_start'
        and e.evtenabled in ('O', 'A')
        and e.evttags @> array['DROP OWNED', 'ALTER DEFAULT PRIVILEGES']
        and f.pronamespace = current_schema()::regnamespace
        and f.proname = 'refuse_ownership_commands'
        and f.proowner = '{city}_definer'::regrole
)
