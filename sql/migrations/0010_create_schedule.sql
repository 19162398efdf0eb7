-- Schedules: jobs that come again. Dates are computed by the worker (RFC 5545), decided here by compare-and-set.

create table holiday (
    day date not null,
    name text not null,
    kind text not null default 'local',
    constraint holiday_pkey primary key (day),
    constraint holiday_kind_check check (kind in ('national', 'collective_leave', 'local'))
);

comment on table holiday is
    'Days on which offices are closed, Saturdays and Sundays apart: national holidays and collective leave (cuti bersama) as '
    'the joint decree of three ministers sets them each year, and the city''s own';

create table schedule (
    schedule_id integer generated always as identity,
    name text not null,
    kind text not null,
    target integer,
    payload jsonb not null default '{}',
    priority smallint not null default 2,
    rule text not null,
    anchor date not null,
    zone text not null default 'Asia/Jakarta',
    shift text not null default 'none',
    jitter_seconds integer not null default 0,
    catch_up_seconds integer not null default 86400,
    missed text not null default 'one',
    overlap text not null default 'skip',
    next_at timestamptz,
    is_paused boolean not null default false,
    pause_note text,
    created_at timestamptz not null default now(),
    constraint schedule_pkey primary key (schedule_id),
    constraint schedule_name_key unique (name),
    constraint schedule_name_check check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
    constraint schedule_kind_check check (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
    constraint schedule_priority_check check (priority between 0 and 3),
    constraint schedule_shift_check check (shift in ('none', 'next', 'previous')),
    constraint schedule_jitter_check check (jitter_seconds between 0 and 86400),
    constraint schedule_catch_up_check check (catch_up_seconds between 60 and 31622400),
    constraint schedule_missed_check check (missed in ('skip', 'one', 'all')),
    constraint schedule_overlap_check check (overlap in ('skip', 'queue', 'cancel'))
);

create index schedule_next_idx on schedule (next_at) where next_at is not null and not is_paused;

comment on column schedule.target is 'Whose job it is: 0 the city''s, an agency''s; null: one for each active agency';
comment on column schedule.rule is 'RRULE of RFC 5545; its first day is anchor, its days and times are those of zone';
comment on column schedule.catch_up_seconds is 'What is missed for longer is not made up for';
comment on column schedule.missed is 'Of several that were missed: none, the last one, or all in their order';
comment on column schedule.overlap is
    'When the job before has not ended: left out, queued behind it, or that one is cancelled first';
comment on column schedule.next_at is 'The next intended instant; firing changes it by compare-and-set. Null: there is none';

-- What became of the occurrences.
create table schedule_occurrence (
    schedule_id integer not null,
    intended_at timestamptz not null,
    state text not null default 'waiting',
    is_backfill boolean not null default false,
    occurrences integer not null default 1,
    jobs integer,
    decided_at timestamptz not null default clock_timestamp(),
    fired_at timestamptz,
    constraint schedule_occurrence_pkey primary key (schedule_id, intended_at),
    constraint schedule_occurrence_schedule_fkey foreign key (schedule_id) references schedule,
    constraint schedule_occurrence_state_check check (state in ('waiting', 'fired', 'missed', 'overlapped', 'replaced')),
    constraint schedule_occurrence_fired_check check ((state = 'fired') = (fired_at is not null))
);

create index schedule_occurrence_waiting_idx on schedule_occurrence (schedule_id, intended_at) where state = 'waiting';

comment on column schedule_occurrence.state is
    'waiting for the job before it to end; fired; missed, too late; overlapped, left out; replaced by a later one';
comment on column schedule_occurrence.occurrences is 'How many were missed from this one on';
comment on column schedule_occurrence.jobs is 'How many were enqueued; an agency whose job of it has not ended gets none';

insert into schedule (name, kind, target, payload, rule, anchor, next_at)
values (
    'forget-jobs', 'forget_jobs', 0, '{"done": 7, "cancelled": 30, "dead": 90}', 'FREQ=DAILY;BYHOUR=2;BYMINUTE=30',
    '2026-01-01', ((now() at time zone 'Asia/Jakarta')::date + 1 + time '02:30') at time zone 'Asia/Jakarta'
);
