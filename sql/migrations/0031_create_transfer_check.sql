-- What the rules say of a transfer, and what lifts them: checks with a verdict for each rule, exceptions, declared
-- conflicts of interest, and the days on which a city may not move its officials.

-- City-wide: UU 10/2016 arts 71 and 162(3), PP 49/2008 art 132A.
create table freeze_window (
    freeze_window_id integer generated always as identity,
    kind text not null,
    valid daterange not null,
    basis text not null,
    -- The Home Minister's written consent.
    lifted_by text,
    lifted_on date,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    constraint freeze_window_pkey primary key (freeze_window_id),
    constraint freeze_window_kind_check check (kind in ('election', 'new_head', 'acting_head')),
    constraint freeze_window_lifted_check check ((lifted_by is null) = (lifted_on is null)),
    constraint freeze_window_valid_bounds_check check (
        not isempty(valid) and coalesce(lower(valid) between '1900-01-01' and '2200-12-31', valid is null)
        and (upper_inf(valid) or upper(valid) between '1900-01-01' and '2201-01-01')
    ),
    constraint freeze_window_lifted_on_bounds_check check (lifted_on between '1900-01-01' and '2200-12-31'),
    constraint freeze_window_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

-- Append-only: one evaluation of all rules for one revision of a case.
create table transfer_check (
    agency_id integer not null,
    transfer_check_id bigint generated always as identity,
    transfer_case_id bigint not null,
    revision integer not null,
    for_day date not null,
    rules text not null,
    checked_by text not null,
    checked_at timestamptz not null default now(),
    constraint transfer_check_pkey primary key (agency_id, transfer_check_id),
    constraint transfer_check_transfer_case_fkey foreign key (agency_id, transfer_case_id) references transfer_case,
    constraint transfer_check_for_day_bounds_check check (for_day between '1900-01-01' and '2200-12-31'),
    constraint transfer_check_checked_at_bounds_check check (
        checked_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index transfer_check_transfer_case_idx on transfer_check (agency_id, transfer_case_id, transfer_check_id);

create table transfer_verdict (
    agency_id integer not null,
    transfer_check_id bigint not null,
    rule text not null,
    outcome text not null,
    -- Whether not being known stops the case.
    stops boolean not null,
    may_be_lifted boolean not null,
    facts jsonb not null,
    passes_on date,
    constraint transfer_verdict_pkey primary key (agency_id, transfer_check_id, rule),
    constraint transfer_verdict_transfer_check_fkey foreign key (agency_id, transfer_check_id) references transfer_check,
    constraint transfer_verdict_outcome_check check (outcome in ('pass', 'warn', 'block', 'gate', 'not_known')),
    constraint transfer_verdict_passes_on_bounds_check check (passes_on between '1900-01-01' and '2200-12-31')
);

-- Append-only: a rule that does not stop this case.
create table transfer_exception (
    agency_id integer not null,
    transfer_exception_id bigint generated always as identity,
    transfer_case_id bigint not null,
    rule text not null,
    reason text not null,
    approved_by text not null,
    document_number text not null,
    document_date date not null,
    recorded_at timestamptz not null default now(),
    constraint transfer_exception_pkey primary key (agency_id, transfer_exception_id),
    constraint transfer_exception_rule_key unique (agency_id, transfer_case_id, rule),
    constraint transfer_exception_transfer_case_fkey foreign key (agency_id, transfer_case_id) references transfer_case,
    constraint transfer_exception_reason_check check (
        trim(reason) <> '' and trim(approved_by) <> '' and trim(document_number) <> ''
    ),
    constraint transfer_exception_document_date_bounds_check check (document_date between '1900-01-01' and '2200-12-31'),
    constraint transfer_exception_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

-- Append-only: what stands against a person's taking steps of a case, or against the move itself (PP 11/2017 art
-- 190(5)).
create table transfer_conflict (
    agency_id integer not null,
    transfer_conflict_id bigint generated always as identity,
    transfer_case_id bigint not null,
    declared_of text not null,
    kind text not null,
    recorded_at timestamptz not null default now(),
    constraint transfer_conflict_pkey primary key (agency_id, transfer_conflict_id),
    constraint transfer_conflict_declared_of_key unique (agency_id, transfer_case_id, declared_of, kind),
    constraint transfer_conflict_transfer_case_fkey foreign key (agency_id, transfer_case_id) references transfer_case,
    constraint transfer_conflict_kind_check check (
        -- `none`: the person says that the case was tested, and that nothing stands against it.
        kind in ('none', 'decider_related', 'decider_is_candidate', 'spouses_in_line', 'oversight_of_relation')
    ),
    constraint transfer_conflict_declared_of_check check (trim(declared_of) <> ''),
    constraint transfer_conflict_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

-- Append-only: documents on file for a case. A kind may be the city's own, for a condition of its own.
create table transfer_document (
    agency_id integer not null,
    transfer_document_id bigint generated always as identity,
    transfer_case_id bigint not null,
    kind text not null,
    number text not null,
    document_date date not null,
    -- The post that a consent or a proposal names.
    post text,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    constraint transfer_document_pkey primary key (agency_id, transfer_document_id),
    constraint transfer_document_transfer_case_fkey foreign key (agency_id, transfer_case_id) references transfer_case,
    constraint transfer_document_kind_check check (kind ~ '^[a-z][a-z_]{0,39}$'),
    constraint transfer_document_number_check check (trim(number) <> '' and trim(recorded_by) <> ''),
    constraint transfer_document_document_date_bounds_check check (document_date between '1900-01-01' and '2200-12-31'),
    constraint transfer_document_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index transfer_document_transfer_case_idx on transfer_document (agency_id, transfer_case_id);

-- What the city says of the national rules, and conditions of its own; city-wide. An empty text is every direction or
-- level, or what the rule has by itself.
create table transfer_rule (
    rule text not null,
    direction text not null,
    level text not null,
    effect text not null,
    parameter text not null,
    valid_from date not null,
    source text not null,
    constraint transfer_rule_pkey primary key (rule, direction, level, valid_from),
    constraint transfer_rule_valid_from_bounds_check check (valid_from between '1900-01-01' and '2200-12-31')
);

create table local_condition (
    condition text not null,
    fact text not null,
    comparison text not null,
    value text not null,
    direction text not null,
    level text not null,
    effect text not null,
    exception text not null,
    valid_from date not null,
    source text not null,
    constraint local_condition_pkey primary key (condition, valid_from),
    constraint local_condition_valid_from_bounds_check check (valid_from between '1900-01-01' and '2200-12-31')
);

-- The same texts are refused as in 0016: control characters, by their numbers.
do $migration$
declare
    v_text record;
begin
    for v_text in
        select * from (
            values
                ('transfer_batch', 'title, created_by'),
                ('decree', 'number, signed_by'),
                ('transfer_case', 'reason, proposed_by, problem'),
                ('transfer_party', 'name, other_title'),
                ('transfer_event', 'acted_by, document_number, note'),
                ('transfer_request', 'reason, requested_by, declined, answered_by'),
                ('freeze_window', 'basis, lifted_by, recorded_by'),
                ('transfer_check', 'checked_by'),
                ('transfer_exception', 'reason, approved_by, document_number'),
                ('transfer_conflict', 'declared_of'),
                ('transfer_document', 'number, post, recorded_by'),
                ('transfer_rule', 'source'),
                ('local_condition', 'value, source')
        ) t (name, columns)
    loop
        execute format(
            'alter table %I add constraint %I check ((%s) !~ %s)', v_text.name, v_text.name || '_text_check',
            (
                select string_agg(format('coalesce(%I, '''')', trim(c)), ' || ')
                from unnest(string_to_array(v_text.columns, ',')) c
            ),
            '(''['' || chr(1) || ''-'' || chr(31) || chr(127) || ''-'' || chr(159) || chr(8232) || ''-'' || chr(8238)'
            ' || chr(8294) || ''-'' || chr(8297) || '']'')'
        );
    end loop;
end
$migration$;
