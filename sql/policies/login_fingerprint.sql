-- The functions that give a login its password write it, and the one that compares reads it: no role that works has a
-- right.
alter table login_fingerprint enable row level security;
alter table login_fingerprint force row level security;

revoke all on login_fingerprint from public, {groups};
grant select, insert, update (sha256, taken_at) on login_fingerprint to {city}_definer;

create policy login_fingerprint_definer on login_fingerprint to {city}_definer
    using (true)
    with check (true);
