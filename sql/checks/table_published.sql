-- Why: a publication sends the rows of all agencies to every subscriber: policies do not hold there.
-- Mend: `drop publication`, or take the city's tables out of it. A copy of the whole server needs none.
select p.pubname as object, 'publishes ' || count(*) || ' tables of the city' as problem
from pg_publication_tables p
where p.schemaname = current_schema()
group by p.pubname
