-- Single jobs beside the runs. What is waiting or claimed stands in job, which stays small; what has ended in job_history.
-- Written by the functions of definers/jobs.sql, but for the enqueueing.

create table job (
    agency_id integer not null,
    job_id bigint generated always as identity,
    kind text not null,
    priority smallint not null default 2,
    due_at timestamptz not null default clock_timestamp(),
    unique_key text,
    payload jsonb not null default '{}',
    intended_at timestamptz,
    attempt integer not null default 0,
    errors integer not null default 0,
    losses integer not null default 0,
    worker_id integer,
    deadline timestamptz,
    is_cancelled boolean not null default false,
    progress smallint,
    last_error text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    constraint job_pkey primary key (agency_id, job_id),
    constraint job_kind_check check (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint job_priority_check check (priority between 0 and 3),
    constraint job_progress_check check (progress between 0 and 100),
    constraint job_schedule_check check (coalesce(unique_key like 'schedule:%', false) = (intended_at is not null))
);

create index job_waiting_idx on job (agency_id, kind, priority, due_at, job_id) where worker_id is null;
create index job_claimed_idx on job (agency_id, worker_id) where worker_id is not null;
create unique index job_unique_key_idx on job (agency_id, kind, unique_key) where unique_key is not null;

-- Rows come and go; nothing is gained by waiting until a fifth of the table is dead.
alter table job set (
    autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
    autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 50000
);

comment on table job is 'Work for one agency, or for the city (agency 0): waiting without a worker, claimed with one';
comment on column job.priority is '0 urgent, 1 high, 2 normal, 3 low. A job waits as if it had come ten minutes later for each';
comment on column job.due_at is 'Not before this instant: delayed, put off, or tried again';
comment on column job.unique_key is 'At most one job of a kind in an agency, waiting or claimed, has it';
comment on column job.intended_at is 'The occurrence of a schedule that it is for';
comment on column job.attempt is 'Counts claims, and fences the finish together with the worker';
comment on column job.errors is 'Counts failures; interruptions and being put off are none';
comment on column job.losses is 'Counts workers that died, or did not end in time, with it';
comment on column job.deadline is 'A claim that is older is taken back, even from a living worker';
comment on column job.is_cancelled is 'Whoever has it is asked to end';
comment on column job.progress is 'Per cent, as the job says';

create table job_history (
    agency_id integer not null,
    job_id bigint not null,
    kind text not null,
    priority smallint not null,
    unique_key text,
    payload jsonb not null,
    intended_at timestamptz,
    attempt integer not null,
    errors integer not null,
    losses integer not null,
    worker_id integer,
    last_error text,
    created_at timestamptz not null,
    started_at timestamptz,
    outcome text not null,
    ended_at timestamptz not null default clock_timestamp(),
    constraint job_history_pkey primary key (agency_id, job_id),
    constraint job_history_outcome_check check (outcome in ('done', 'dead', 'cancelled'))
);

-- Jobs end in the order of time, which costs a block range index next to nothing.
create index job_history_ended_idx on job_history using brin (agency_id, ended_at) with (pages_per_range = 32);

comment on column job_history.outcome is 'dead: given up after errors or losses; may be sent again (redrive_jobs)';

create table job_kind (
    kind text not null,
    is_paused boolean not null default false,
    pause_note text,
    constraint job_kind_pkey primary key (kind)
);

create table job_agency (
    agency_id integer not null,
    weight integer not null default 1,
    claim_limit integer,
    is_paused boolean not null default false,
    pause_note text,
    constraint job_agency_pkey primary key (agency_id),
    constraint job_agency_weight_check check (weight between 1 and 100),
    constraint job_agency_claim_limit_check check (claim_limit > 0)
);

comment on table job_agency is 'What was chosen for an agency; without a row weight 1, no limit, not paused';
comment on column job_agency.claim_limit is 'At most so many of its jobs are claimed at a time, by all workers together';

create table job_turn (
    agency_id integer not null,
    turn double precision not null default 0,
    constraint job_turn_pkey primary key (agency_id)
);

create index job_turn_idx on job_turn (turn);

alter table job_turn set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

comment on table job_turn is
    'Whose turn it is: the agency with the least, which goes up by the jobs that are claimed, divided by the weight. Claims '
    'of an agency take turns on its row';

insert into job_turn (agency_id) values (0);
insert into job_turn (agency_id) select agency_id from agency;
