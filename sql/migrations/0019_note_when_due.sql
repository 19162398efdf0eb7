-- When a job's due time was set, by the same clock as the due time itself: what was set later than now was set by a clock that
-- was ahead, and its pause is counted anew from now.
alter table job
    add column due_set_at timestamptz not null default clock_timestamp(),
    add constraint job_due_set_at_bounds_check check (due_set_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00');
