-- What a person's legal standing (SIASN kedudukan hukum) means for seat, appraisal and employment. City-wide; loaded from
-- sql/reference. person.legal_status stays the text that was imported: names that this table lacks count as serving.

create table legal_standing (
    legal_standing text not null,
    code text,
    other_names text,
    serves boolean not null,
    holds_seat boolean not null,
    is_appraised boolean not null,
    is_counted boolean not null,
    ends_employment boolean not null,
    event_kind text,
    is_usual boolean not null,
    constraint legal_standing_pkey primary key (legal_standing),
    constraint legal_standing_code_key unique (code),
    -- People who left hold nothing any more.
    constraint legal_standing_check check (
        not ends_employment or not (serves or holds_seat or is_appraised or is_counted)
    )
);

comment on column legal_standing.other_names is 'Other spellings, separated by |';
comment on column legal_standing.event_kind is
    'The event of service that brings a person into this standing; null for standings of people who serve';
comment on column legal_standing.is_usual is 'The standing that an event of the kind leads to when nothing else is said';
