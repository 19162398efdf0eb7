-- Reference: everybody reads; migrations load it (as the owner).
alter table grade_rank enable row level security;
alter table grade_rank force row level security;

revoke all on grade_rank from public, {groups};
grant select, insert, update on grade_rank to {city}_owner;
grant select on grade_rank to {city}_agency;
grant select on grade_rank to {city}_pool;
grant select on grade_rank to {city}_personnel;

create policy grade_rank_owner on grade_rank to {city}_owner
    using (true)
    with check (true);
create policy grade_rank_agency on grade_rank for select to {city}_agency
    using (true);
create policy grade_rank_pool on grade_rank for select to {city}_pool
    using (true);
create policy grade_rank_personnel on grade_rank for select to {city}_personnel
    using (true);
