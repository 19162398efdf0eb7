-- The head of each agency's chain: moved on by the functions of {city}_audit alone. The worker sees which agencies to seal.
alter table audit_block enable row level security;
alter table audit_block force row level security;

revoke all on audit_block from public, {city}_owner, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor, {city}_audit;
grant select on audit_block to {city}_agency;
grant select on audit_block to {city}_pool;
grant select on audit_block to {city}_personnel;
grant select on audit_block to {city}_worker;
grant select on audit_block to {city}_auditor;
grant select, insert, update (block, sealed_block) on audit_block to {city}_audit;

drop policy if exists audit_block_agency on audit_block;
create policy audit_block_agency on audit_block for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists audit_block_pool on audit_block;
create policy audit_block_pool on audit_block for select to {city}_pool
    using (agency_id = {pool_agency});
drop policy if exists audit_block_personnel on audit_block;
create policy audit_block_personnel on audit_block for select to {city}_personnel
    using (true);
drop policy if exists audit_block_worker on audit_block;
create policy audit_block_worker on audit_block for select to {city}_worker
    using (true);
drop policy if exists audit_block_auditor on audit_block;
create policy audit_block_auditor on audit_block for select to {city}_auditor
    using (true);
drop policy if exists audit_block_audit on audit_block;
create policy audit_block_audit on audit_block to {city}_audit
    using (true)
    with check (true);
