-- Reference: everybody reads. Migrations load it (as the owner); the personnel agency loads whole rule sets, which then
-- stay.
alter table rating_matrix enable row level security;
alter table rating_matrix force row level security;

revoke all on rating_matrix from public, {groups};
grant select, insert, update on rating_matrix to {city}_owner;
grant select on rating_matrix to {city}_agency;
grant select on rating_matrix to {city}_pool;
grant select on rating_matrix to {city}_appraiser;
grant select, insert on rating_matrix to {city}_personnel;

create policy rating_matrix_owner on rating_matrix to {city}_owner
    using (true)
    with check (true);
create policy rating_matrix_agency on rating_matrix for select to {city}_agency
    using (true);
create policy rating_matrix_pool on rating_matrix for select to {city}_pool
    using (true);
create policy rating_matrix_appraiser on rating_matrix for select to {city}_appraiser
    using (true);
create policy rating_matrix_personnel on rating_matrix to {city}_personnel
    using (true)
    with check (true);
