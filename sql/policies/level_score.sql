-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table level_score enable row level security;
alter table level_score force row level security;

revoke all on level_score from public, {groups};
grant select, insert, update on level_score to {city}_owner;
grant select on level_score to {city}_agency;
grant select on level_score to {city}_pool;
grant select on level_score to {city}_appraiser;
grant select, insert on level_score to {city}_personnel;

create policy level_score_owner on level_score to {city}_owner
    using (true)
    with check (true);
create policy level_score_agency on level_score for select to {city}_agency
    using (true);
create policy level_score_pool on level_score for select to {city}_pool
    using (true);
create policy level_score_appraiser on level_score for select to {city}_appraiser
    using (true);
create policy level_score_personnel on level_score to {city}_personnel
    using (true)
    with check (true);
