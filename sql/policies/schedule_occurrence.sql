-- Room: Jobs
-- City-wide: what the worker did about schedules, and the occurrences that the personnel agency asks it to make up for.
alter table schedule_occurrence enable row level security;
alter table schedule_occurrence force row level security;

revoke all on schedule_occurrence from public, {groups};
grant select, insert (schedule_id, intended_at, is_backfill), update (state, is_backfill, occurrences, decided_at),
    delete on schedule_occurrence to {city}_personnel;
grant select, insert, update (state, is_backfill, occurrences, jobs, decided_at, fired_at), delete on
    schedule_occurrence to {city}_worker;

create policy schedule_occurrence_personnel on schedule_occurrence to {city}_personnel
    using (true)
    with check (true);
create policy schedule_occurrence_worker on schedule_occurrence to {city}_worker
    using (true)
    with check (true);
