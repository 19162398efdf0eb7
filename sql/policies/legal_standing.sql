-- Reference: everybody reads; migrations load it (as the owner).
alter table legal_standing enable row level security;
alter table legal_standing force row level security;

revoke all on legal_standing from public, {groups};
grant select, insert, update on legal_standing to {city}_owner;
grant select on legal_standing to {city}_agency;
grant select on legal_standing to {city}_pool;
grant select on legal_standing to {city}_personnel;
grant select on legal_standing to {city}_appraiser;

create policy legal_standing_owner on legal_standing to {city}_owner
    using (true)
    with check (true);
create policy legal_standing_agency on legal_standing for select to {city}_agency
    using (true);
create policy legal_standing_pool on legal_standing for select to {city}_pool
    using (true);
create policy legal_standing_personnel on legal_standing for select to {city}_personnel
    using (true);
create policy legal_standing_appraiser on legal_standing for select to {city}_appraiser
    using (true);
