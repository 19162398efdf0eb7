-- What the worker does: schedules fire runs, a run is one step of a subject over all agencies, a chunk a part of one
-- agency's keys. Knows nothing of appraisals.

create table worker (
    worker_id integer generated always as identity,
    name text not null,
    started_at timestamptz not null default clock_timestamp(),
    lease_until timestamptz not null,
    constraint worker_pkey primary key (worker_id)
);

comment on table worker is
    'A worker process. It is alive while it holds the advisory lock (''worker'', worker_id) and its lease has not run out';

create table schedule (
    schedule_id bigint generated always as identity,
    kind text not null,
    subject text not null,
    step text not null,
    ordinal smallint not null,
    next_at timestamptz,
    constraint schedule_pkey primary key (schedule_id),
    constraint schedule_step_key unique (kind, subject, step)
);

create index schedule_next_idx on schedule (next_at) where next_at is not null;

comment on column schedule.next_at is 'The next intended instant; null when it has fired for the last time';

create table run (
    run_id bigint generated always as identity,
    kind text not null,
    subject text not null,
    step text not null,
    ordinal smallint not null,
    state text not null default 'waiting',
    intended_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    constraint run_pkey primary key (run_id),
    constraint run_step_key unique (kind, subject, step, intended_at),
    constraint run_state_check check (state in ('waiting', 'running', 'done', 'failed'))
);

create index run_open_idx on run (run_id) where state in ('waiting', 'running');

create table run_chunk (
    agency_id integer not null,
    run_id bigint not null,
    run_chunk_id bigint generated always as identity,
    first_key bigint,
    last_key bigint,
    state text not null default 'ready',
    attempt integer not null default 0,
    errors smallint not null default 0,
    worker_id integer,
    due_at timestamptz not null default clock_timestamp(),
    processed integer,
    failures integer,
    last_error text,
    started_at timestamptz,
    ended_at timestamptz,
    constraint run_chunk_pkey primary key (agency_id, run_id, run_chunk_id),
    constraint run_chunk_agency_fkey foreign key (agency_id) references agency,
    constraint run_chunk_run_fkey foreign key (run_id) references run,
    constraint run_chunk_state_check check (state in ('ready', 'running', 'done', 'split', 'failed')),
    constraint run_chunk_worker_check check ((state = 'running') <= (worker_id is not null))
);

create index run_chunk_open_idx on run_chunk (agency_id, run_id, run_chunk_id) where state in ('ready', 'running');

comment on table run_chunk is
    'A part of a run: the keys first_key to last_key of an agency, null for all of them. A chunk that is too large splits '
    'itself. It is finished only by the worker and in the attempt that hold it, together with its effect';

create table run_failure (
    agency_id integer not null,
    run_id bigint not null,
    key bigint not null,
    code text not null,
    reason text not null,
    constraint run_failure_pkey primary key (agency_id, run_id, key),
    constraint run_failure_run_fkey foreign key (run_id) references run
);

comment on column run_chunk.attempt is 'Counts claims and fences the finish; an interrupted claim is no error';
comment on column run_chunk.errors is 'Counts failures; too many end the chunk';

comment on table run_failure is 'Whom a run could not handle, and why; the rest went on';
