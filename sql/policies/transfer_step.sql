-- Reference: everybody reads; migrations load it (as the owner).
alter table transfer_step enable row level security;
alter table transfer_step force row level security;

revoke all on transfer_step from public, {groups};
grant select, insert, update on transfer_step to {city}_owner;
grant select on transfer_step to {city}_agency;
grant select on transfer_step to {city}_pool;
grant select on transfer_step to {city}_personnel;
grant select on transfer_step to {city}_carrier;
grant select on transfer_step to {city}_guard;

create policy transfer_step_owner on transfer_step to {city}_owner
    using (true)
    with check (true);
create policy transfer_step_agency on transfer_step for select to {city}_agency
    using (true);
create policy transfer_step_pool on transfer_step for select to {city}_pool
    using (true);
create policy transfer_step_personnel on transfer_step for select to {city}_personnel
    using (true);
create policy transfer_step_carrier on transfer_step for select to {city}_carrier
    using (true);
create policy transfer_step_guard on transfer_step for select to {city}_guard
    using (true);
