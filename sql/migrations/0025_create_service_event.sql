-- Leaving and coming back: dated events of service. They are never changed or removed; a further event undoes one.

create table service_event (
    agency_id integer not null,
    service_event_id bigint generated always as identity,
    employment_id bigint not null,
    kind text not null,
    valid_from date not null,
    legal_standing text not null,
    document_number text,
    document_date date,
    -- The assignments that ended with the event, and the days on which they would have ended without it.
    ended_assignments bigint[],
    ended_until date[],
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    constraint service_event_pkey primary key (agency_id, service_event_id),
    constraint service_event_employment_fkey foreign key (agency_id, employment_id) references employment,
    constraint service_event_legal_standing_fkey foreign key (legal_standing) references legal_standing,
    constraint service_event_kind_check check (
        kind in (
            'retirement', 'death', 'resignation', 'dismissal', 'contract_end', 'contract_renewal', 'secondment_out',
            'secondment_end', 'unpaid_leave', 'leave_end', 'suspension', 'reinstatement', 'posting_elsewhere', 'standing'
        )
    ),
    constraint service_event_valid_from_bounds_check check (valid_from between '1900-01-01' and '2200-12-31'),
    constraint service_event_document_date_bounds_check check (document_date between '1900-01-01' and '2200-12-31'),
    constraint service_event_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index service_event_employment_idx on service_event (agency_id, employment_id, valid_from);

comment on table service_event is
    'A person leaves, is suspended or comes back, from a day on; the standing is the one that begins on that day';

-- The same texts are refused as in 0016: control characters, by their numbers.
do $migration$
begin
    execute format(
        'alter table service_event add constraint service_event_text_check check '
        '((coalesce(document_number, '''') || coalesce(recorded_by, '''')) !~ %s)',
        format(
            '(%s)', '''['' || chr(1) || ''-'' || chr(31) || chr(127) || ''-'' || chr(159) || chr(8232) || ''-'' || chr(8238)'
            ' || chr(8294) || ''-'' || chr(8297) || '']'''
        )
    );
end
$migration$;

-- An exclusion is lifted when the person comes back; the row stays.
alter table appraisal_exclusion add column lifted_at timestamptz;
alter table appraisal_exclusion add constraint appraisal_exclusion_lifted_at_bounds_check check (
    lifted_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
);
alter table appraisal_exclusion drop constraint appraisal_exclusion_reason_check;
alter table appraisal_exclusion add constraint appraisal_exclusion_reason_check check (
    reason in ('no_post', 'not_serving', 'moved', 'left')
);
