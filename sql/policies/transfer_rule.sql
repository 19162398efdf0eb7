-- City-wide, append-only: a rule is changed by a row of a later day; everybody reads it.
alter table transfer_rule enable row level security;
alter table transfer_rule force row level security;

revoke all on transfer_rule from public, {groups};
grant select on transfer_rule to {city}_agency;
grant select on transfer_rule to {city}_pool;
grant select, insert on transfer_rule to {city}_personnel;

create policy transfer_rule_agency on transfer_rule for select to {city}_agency
    using (true);
create policy transfer_rule_pool on transfer_rule for select to {city}_pool
    using (true);
create policy transfer_rule_personnel on transfer_rule to {city}_personnel
    using (true)
    with check (true);
