-- Why: a `do` block needs only the right to its language: it gives an agency loops and caught errors, for probing and
-- for holding others up.
-- Mend: `mutasi db init` takes plpgsql from PUBLIC and gives it to {city}_owner.
select l.lanname || ' to ' || coalesce(r.rolname, 'PUBLIC') as object, 'usage is granted' as problem
from pg_language l
cross join aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) x
left join pg_roles r on r.oid = x.grantee
where l.lanispl
    and l.lanpltrusted
    and coalesce(r.rolname, '')
        ~ '^$|^{city}_(?!owner)({role_words}|admin|daemon)'
