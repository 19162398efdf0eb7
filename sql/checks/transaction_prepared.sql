-- Why: a prepared transaction keeps its locks when its session is gone, also those of a login that was revoked; seals
-- of the trail, imports and phases wait for it without end. The city prepares none.
-- Mend: `rollback prepared '…'` as a superuser; leave max_prepared_transactions at 0 (see deploy/README.md).
select 'transaction ' || p.gid as object,
    'was prepared by ' || coalesce(p.owner, 'a role that is gone') || ' and holds its locks' as problem
from pg_prepared_xacts p
where p.database = current_database()
