-- Tenant. Nothing is deleted; a row of the same day corrects one.
alter table formasi enable row level security;
alter table formasi force row level security;

revoke all on formasi from public, {groups};
grant select on formasi to {city}_window;
grant select, insert (agency_id, post_id, valid_from, seats, source, decree_number, decree_date, standard, recorded_by),
    update (seats, source, decree_number, decree_date, standard, recorded_by, recorded_at) on formasi to {city}_pool;
grant select on formasi to {city}_appraiser;
grant select on formasi to {city}_personnel;
grant select, insert (agency_id, post_id, valid_from, seats, source, decree_number, decree_date, standard, recorded_by),
    update (seats, source, decree_number, decree_date, standard, recorded_by, recorded_at) on formasi to {city}_carrier;
grant select on formasi to {city}_guard;

create policy formasi_window on formasi for select to {city}_window
    using (agency_id = {login_agency});
create policy formasi_pool on formasi to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy formasi_appraiser on formasi for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy formasi_personnel on formasi for select to {city}_personnel
    using (true);
create policy formasi_carrier on formasi to {city}_carrier
    using (true)
    with check (true);
create policy formasi_guard on formasi for select to {city}_guard
    using (true);
