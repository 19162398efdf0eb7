-- Why: a policy for PUBLIC reaches every future role; one for a single agency or login adds to that of its group, and
-- outlives the agency's suspension.
-- Mend: name the city's group roles in sql/policies/<table>.sql, one policy each.
select c.relname || '.' || p.polname as object,
    case when r.role = 0 then 'for PUBLIC' else 'for ' || pg_get_userbyid(r.role) end as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
cross join unnest(p.polroles) r (role)
where c.relnamespace = current_schema()::regnamespace
    and pg_get_userbyid(r.role)
        !~ '^{city}_({role_words})$'
