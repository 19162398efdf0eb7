-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table scoring_weight enable row level security;
alter table scoring_weight force row level security;

revoke all on scoring_weight from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on scoring_weight to {city}_agency;
grant select on scoring_weight to {city}_pool;
grant select, insert on scoring_weight to {city}_personnel;
grant select on scoring_weight to {city}_mover;
grant select, insert, update on scoring_weight to {city}_owner;

drop policy if exists scoring_weight_agency on scoring_weight;
create policy scoring_weight_agency on scoring_weight for select to {city}_agency
    using (true);
drop policy if exists scoring_weight_pool on scoring_weight;
create policy scoring_weight_pool on scoring_weight for select to {city}_pool
    using (true);
drop policy if exists scoring_weight_personnel on scoring_weight;
create policy scoring_weight_personnel on scoring_weight to {city}_personnel
    using (true)
    with check (true);
drop policy if exists scoring_weight_mover on scoring_weight;
create policy scoring_weight_mover on scoring_weight for select to {city}_mover
    using (true);
drop policy if exists scoring_weight_owner on scoring_weight;
create policy scoring_weight_owner on scoring_weight to {city}_owner
    using (true)
    with check (true);
