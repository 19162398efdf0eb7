-- The head of each agency's chain: only the functions of {city}_audit move it on. The worker sees which agencies need a
-- seal.
alter table audit_block enable row level security;
alter table audit_block force row level security;

revoke all on audit_block from public, {groups}, {city}_owner;
grant select on audit_block to {city}_pool;
grant select on audit_block to {city}_personnel;
grant select on audit_block to {city}_worker;
grant select on audit_block to {city}_auditor;
grant select, insert, update (block, sealed_block) on audit_block to {city}_audit;

create policy audit_block_pool on audit_block for select to {city}_pool
    using (agency_id = {pool_agency});
create policy audit_block_personnel on audit_block for select to {city}_personnel
    using (true);
create policy audit_block_worker on audit_block for select to {city}_worker
    using (true);
create policy audit_block_auditor on audit_block for select to {city}_auditor
    using (true);
create policy audit_block_audit on audit_block to {city}_audit
    using (true)
    with check (true);
