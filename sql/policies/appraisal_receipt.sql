-- Tenant. A mistyped day is corrected until an objection is filed; the audit trail keeps both.
alter table appraisal_receipt enable row level security;
alter table appraisal_receipt force row level security;

revoke all on appraisal_receipt from public, {city}_agency, {city}_pool, {city}_personnel, {city}_mover,
    {city}_provisioner, {city}_worker, {city}_auditor;
grant select on appraisal_receipt to {city}_agency;
grant select, insert on appraisal_receipt to {city}_pool;
grant update (received_on, recorded_at) on appraisal_receipt to {city}_pool;
grant select on appraisal_receipt to {city}_personnel;

drop policy if exists appraisal_receipt_agency on appraisal_receipt;
create policy appraisal_receipt_agency on appraisal_receipt for select to {city}_agency
    using (agency_id = {login_agency});
drop policy if exists appraisal_receipt_pool on appraisal_receipt;
create policy appraisal_receipt_pool on appraisal_receipt to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
drop policy if exists appraisal_receipt_personnel on appraisal_receipt;
create policy appraisal_receipt_personnel on appraisal_receipt for select to {city}_personnel
    using (true);
