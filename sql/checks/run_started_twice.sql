-- Why: before migration 0018 two workers could start a run at once: an agency's people were then cut into chunks twice,
-- worked on twice and counted twice. Where it found such a run, it left out the index that refuses the second start,
-- and so it can happen again.
-- Mend: as a superuser, while no worker runs, `delete from {city}.run_chunk c using {city}.run_chunk o where
-- (o.agency_id, o.run_id) = (c.agency_id, c.run_id) and (o.first_key, o.last_key) is not distinct from (c.first_key,
-- c.last_key) and (o.state not in ('done', 'split'), o.run_chunk_id) < (c.state not in ('done', 'split'),
-- c.run_chunk_id)`, which keeps finished chunks, then `create unique index run_chunk_whole_key on {city}.run_chunk
-- (agency_id, run_id) where first_key is null`. Parts that were cut in other places stay: `mutasi run show` counts
-- their people twice, and their results exist once.
select 'run_chunk' as object, 'a run may be started twice: the unique index run_chunk_whole_key is missing' as problem
where not exists (
    select from pg_index i
    join pg_class c on c.oid = i.indexrelid
    where c.relname = 'run_chunk_whole_key' and c.relnamespace = current_schema()::regnamespace
        and i.indisunique and i.indisvalid
)
