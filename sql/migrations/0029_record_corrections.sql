-- Facts that were wrong are put right with a trail: who, why, before and after; and each former row stays, so that a fact
-- is readable as of any day, as it was known on any other.

create table correction (
    agency_id integer not null,
    correction_id bigint generated always as identity,
    fact text not null,
    fact_id bigint not null,
    -- Whose fact it is; null for a post.
    employment_id bigint,
    before jsonb not null,
    after jsonb not null,
    reason text not null,
    document_number text,
    corrected_by text not null,
    corrected_at timestamptz not null default now(),
    constraint correction_pkey primary key (agency_id, correction_id),
    constraint correction_agency_fkey foreign key (agency_id) references agency,
    constraint correction_employment_fkey foreign key (agency_id, employment_id) references employment,
    constraint correction_fact_check check (fact in ('person', 'assignment', 'post')),
    constraint correction_employment_check check ((employment_id is null) = (fact = 'post')),
    constraint correction_change_check check (before <> after),
    -- Control characters are refused as in 0016, by their numbers.
    constraint correction_text_check check (
        (coalesce(reason, '') || coalesce(document_number, '') || coalesce(corrected_by, '')) !~ (
            '[' || chr(1) || '-' || chr(31) || chr(127) || '-' || chr(159) || chr(8232) || '-' || chr(8238)
            || chr(8294) || '-' || chr(8297) || ']'
        )
    ),
    constraint correction_reason_check check (trim(reason) <> '' and trim(corrected_by) <> ''),
    constraint correction_corrected_at_bounds_check check (
        corrected_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index correction_fact_idx on correction (agency_id, fact, fact_id);
create index correction_employment_idx on correction (agency_id, employment_id);

comment on table correction is 'A fact that was wrong, and what it was put right to; only the fields that changed';

create table fact_history (
    agency_id integer not null,
    fact_history_id bigint generated always as identity,
    fact text not null,
    fact_id bigint not null,
    -- Whose fact it is; null for a post.
    employment_id bigint,
    replaced_at timestamptz not null default now(),
    former jsonb not null,
    constraint fact_history_pkey primary key (agency_id, fact_history_id),
    constraint fact_history_fact_check check (fact in ('assignment', 'post')),
    constraint fact_history_replaced_at_bounds_check check (
        replaced_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index fact_history_fact_idx on fact_history (agency_id, fact, fact_id, replaced_at);
create index fact_history_employment_idx on fact_history (agency_id, employment_id);

comment on table fact_history is 'The row of an assignment or a post as it was before each change';

-- Null for what was recorded before this migration: it counts as always known.
alter table assignment add column recorded_at timestamptz;
alter table assignment alter column recorded_at set default now();
alter table assignment add constraint assignment_recorded_at_bounds_check check (
    recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
);
