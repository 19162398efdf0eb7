-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table level_score enable row level security;
alter table level_score force row level security;

revoke all on level_score from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on level_score to {city}_agency;
grant select on level_score to {city}_pool;
grant select, insert on level_score to {city}_personnel;
grant select on level_score to {city}_mover;
grant select, insert, update on level_score to {city}_owner;

drop policy if exists level_score_agency on level_score;
create policy level_score_agency on level_score for select to {city}_agency
    using (true);
drop policy if exists level_score_pool on level_score;
create policy level_score_pool on level_score for select to {city}_pool
    using (true);
drop policy if exists level_score_personnel on level_score;
create policy level_score_personnel on level_score to {city}_personnel
    using (true)
    with check (true);
drop policy if exists level_score_mover on level_score;
create policy level_score_mover on level_score for select to {city}_mover
    using (true);
drop policy if exists level_score_owner on level_score;
create policy level_score_owner on level_score to {city}_owner
    using (true)
    with check (true);
