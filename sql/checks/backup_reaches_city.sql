-- Why: {city}_backup is above the policies of every schema of its database, and so is another city's backup role: two
-- cities in one database read each other.
-- Mend: dump the other city's schema, restore it into its own database, and drop it here.
select n.nspname as object, 'is another city in this database: {city}_backup reads it' as problem
from pg_namespace n
where n.nspname <> current_schema()
    and pg_get_userbyid(n.nspowner) = n.nspname || '_owner'
    and exists (select from pg_roles r where r.rolname = n.nspname || '_backup')
