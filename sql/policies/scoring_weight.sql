-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table scoring_weight enable row level security;
alter table scoring_weight force row level security;

revoke all on scoring_weight from public, {groups};
grant select, insert, update on scoring_weight to {city}_owner;
grant select on scoring_weight to {city}_agency;
grant select on scoring_weight to {city}_pool;
grant select on scoring_weight to {city}_appraiser;
grant select, insert on scoring_weight to {city}_personnel;

create policy scoring_weight_owner on scoring_weight to {city}_owner
    using (true)
    with check (true);
create policy scoring_weight_agency on scoring_weight for select to {city}_agency
    using (true);
create policy scoring_weight_pool on scoring_weight for select to {city}_pool
    using (true);
create policy scoring_weight_appraiser on scoring_weight for select to {city}_appraiser
    using (true);
create policy scoring_weight_personnel on scoring_weight to {city}_personnel
    using (true)
    with check (true);
