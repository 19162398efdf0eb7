-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table sub_score enable row level security;
alter table sub_score force row level security;

revoke all on sub_score from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on sub_score to {city}_agency;
grant select on sub_score to {city}_pool;
grant select, insert on sub_score to {city}_personnel;
grant select on sub_score to {city}_mover;
grant select, insert, update on sub_score to {city}_owner;

drop policy if exists sub_score_agency on sub_score;
create policy sub_score_agency on sub_score for select to {city}_agency
    using (true);
drop policy if exists sub_score_pool on sub_score;
create policy sub_score_pool on sub_score for select to {city}_pool
    using (true);
drop policy if exists sub_score_personnel on sub_score;
create policy sub_score_personnel on sub_score to {city}_personnel
    using (true)
    with check (true);
drop policy if exists sub_score_mover on sub_score;
create policy sub_score_mover on sub_score for select to {city}_mover
    using (true);
drop policy if exists sub_score_owner on sub_score;
create policy sub_score_owner on sub_score to {city}_owner
    using (true)
    with check (true);
