-- Reference: everybody reads; migrations load (as the owner), and the personnel agency whole rule sets, which then stay.
alter table rating_matrix enable row level security;
alter table rating_matrix force row level security;

revoke all on rating_matrix from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on rating_matrix to {city}_agency;
grant select on rating_matrix to {city}_pool;
grant select, insert on rating_matrix to {city}_personnel;
grant select on rating_matrix to {city}_mover;
grant select, insert, update on rating_matrix to {city}_owner;

drop policy if exists rating_matrix_agency on rating_matrix;
create policy rating_matrix_agency on rating_matrix for select to {city}_agency
    using (true);
drop policy if exists rating_matrix_pool on rating_matrix;
create policy rating_matrix_pool on rating_matrix for select to {city}_pool
    using (true);
drop policy if exists rating_matrix_personnel on rating_matrix;
create policy rating_matrix_personnel on rating_matrix to {city}_personnel
    using (true)
    with check (true);
drop policy if exists rating_matrix_mover on rating_matrix;
create policy rating_matrix_mover on rating_matrix for select to {city}_mover
    using (true);
drop policy if exists rating_matrix_owner on rating_matrix;
create policy rating_matrix_owner on rating_matrix to {city}_owner
    using (true)
    with check (true);
