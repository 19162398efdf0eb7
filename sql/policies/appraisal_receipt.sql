-- Tenant. A mistyped day is corrected until an objection is filed; the audit trail keeps both.
alter table appraisal_receipt enable row level security;
alter table appraisal_receipt force row level security;

revoke all on appraisal_receipt from public, {groups};
grant select on appraisal_receipt to {city}_window;
grant select, insert on appraisal_receipt to {city}_pool;
grant update (received_on, recorded_at) on appraisal_receipt to {city}_pool;
grant select on appraisal_receipt to {city}_appraiser;
grant select on appraisal_receipt to {city}_personnel;
grant select on appraisal_receipt to {city}_guard;

create policy appraisal_receipt_window on appraisal_receipt for select to {city}_window
    using (agency_id = {login_agency});
create policy appraisal_receipt_pool on appraisal_receipt to {city}_pool
    using (agency_id = {pool_agency})
    with check (agency_id = {pool_agency});
create policy appraisal_receipt_appraiser on appraisal_receipt for select to {city}_appraiser
    using (agency_id = {pool_agency});
create policy appraisal_receipt_personnel on appraisal_receipt for select to {city}_personnel
    using (true);
create policy appraisal_receipt_guard on appraisal_receipt for select to {city}_guard
    using (true);
