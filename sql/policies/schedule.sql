-- Room: Jobs
-- City-wide: the personnel agency plans, the worker fires.
alter table schedule enable row level security;
alter table schedule force row level security;

revoke all on schedule from public, {groups};
grant select, insert (name, kind, target, payload, priority, rule, anchor, zone, shift, jitter_seconds,
    catch_up_seconds, missed, overlap, next_at), update (next_at, is_paused, pause_note), delete on schedule to
    {city}_personnel;
grant select, update (next_at) on schedule to {city}_worker;

create policy schedule_personnel on schedule to {city}_personnel
    using (true)
    with check (true);
create policy schedule_worker on schedule to {city}_worker
    using (true)
    with check (true);
