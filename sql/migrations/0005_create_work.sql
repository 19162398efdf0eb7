-- What the worker does over all agencies: a run is one step of a subject, a chunk a part of one agency's keys. Knows nothing
-- of appraisals.

create table worker (
    worker_id integer generated always as identity,
    name text not null,
    started_at timestamptz not null default clock_timestamp(),
    lease_until timestamptz not null,
    constraint worker_pkey primary key (worker_id)
);

comment on table worker is
    'A worker process. It is alive while it holds the advisory lock (''worker'', worker_id) and its lease has not run out';

create table run (
    run_id bigint generated always as identity,
    kind text not null,
    subject text not null,
    step text not null,
    ordinal smallint not null,
    state text not null default 'scheduled',
    intended_at timestamptz not null,
    is_paused boolean not null default false,
    pause_note text,
    started_at timestamptz,
    ended_at timestamptz,
    constraint run_pkey primary key (run_id),
    constraint run_step_key unique (kind, subject, step),
    constraint run_state_check check (state in ('scheduled', 'waiting', 'running', 'done', 'failed', 'cancelled'))
);

create index run_scheduled_idx on run (intended_at) where state = 'scheduled';
create index run_open_idx on run (run_id) where state in ('waiting', 'running');

comment on column run.ordinal is 'Steps of a subject run in this order: one waits until those before it are done';
comment on column run.state is 'scheduled until intended_at, waiting for the steps before it, running, and how it ended';
comment on column run.is_paused is 'No chunk of it is claimed; those in hand are finished';

create table run_chunk (
    agency_id integer not null,
    run_id bigint not null,
    run_chunk_id bigint generated always as identity,
    first_key bigint,
    last_key bigint,
    keys integer,
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
    'A part of a run: the keys first_key to last_key of an agency, null for all of them. A chunk that would take too long '
    'splits itself. It is finished only by the worker and in the attempt that hold it, together with its effect';

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
