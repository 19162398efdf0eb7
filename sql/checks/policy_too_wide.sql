-- Why: a policy for PUBLIC reaches every role to come; a restrictive one turns permissive on Citus; a sub-select is
-- refused there and slow here; coalesce or `or … is null` opens the table when the agency is not set.
-- Mend: one permissive policy for each group role, `agency_id = <stable expression>`, in sql/policies/<table>.sql.
select p.polrelid::regclass::text || '.' || p.polname as object,
    case
        when 0 = any (p.polroles) then 'policy for PUBLIC'
        when not p.polpermissive then 'restrictive policy'
        else 'sub-select, coalesce or is null in the expression'
    end as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
where c.relnamespace = current_schema()::regnamespace
    and (
        0 = any (p.polroles)
        or not p.polpermissive
        or concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
            ~* '(\mselect\M|\mcoalesce\M|is null)'
    )
