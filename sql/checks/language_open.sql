-- Why: a `do` block needs no right but that of its language: loops and caught errors in an agency's hand, for probing
-- and for holding up.
-- Mend: `mutasi db init` takes plpgsql from PUBLIC and gives it to {city}_owner.
select l.lanname || ' to ' || coalesce(r.rolname, 'PUBLIC') as object, 'usage is granted' as problem
from pg_language l
cross join aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) x
left join pg_roles r on r.oid = x.grantee
where l.lanispl
    and l.lanpltrusted
    and coalesce(r.rolname, '')
        ~ '^$|^{city}_(definer|audit|verifier|agency|pool|personnel|mover|provisioner|worker|auditor|admin|daemon)'
