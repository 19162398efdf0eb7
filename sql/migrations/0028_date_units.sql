-- Units and posts with their days. The tables keep the present state; each former one is kept with the days on which it
-- held, so that a reorganisation changes nothing that lies before it.

alter table org_unit
    add column began_on date,
    add column ended_on date,
    add column since date,
    add constraint org_unit_began_on_bounds_check check (began_on between '1900-01-01' and '2200-12-31'),
    add constraint org_unit_ended_on_bounds_check check (ended_on between '1900-01-01' and '2200-12-31'),
    add constraint org_unit_since_bounds_check check (since between '1900-01-01' and '2200-12-31'),
    add constraint org_unit_days_check check (began_on < ended_on and began_on <= since and since <= ended_on);

comment on column org_unit.began_on is 'The first day of the unit; null as far back as is known';
comment on column org_unit.ended_on is 'The first day on which the unit no longer exists';
comment on column org_unit.since is 'Since when it has its present name and parent; null as far back as is known';

alter table post
    add column since date,
    add constraint post_since_bounds_check check (since between '1900-01-01' and '2200-12-31');

comment on column post.since is 'Since when it belongs to its present unit; null as far back as is known';

create table org_unit_former (
    agency_id integer not null,
    org_unit_former_id bigint generated always as identity,
    org_unit_id bigint not null,
    valid daterange not null,
    name text not null,
    parent_siasn_id text,
    recorded_at timestamptz not null default now(),
    constraint org_unit_former_pkey primary key (agency_id, org_unit_former_id),
    constraint org_unit_former_org_unit_fkey foreign key (agency_id, org_unit_id) references org_unit,
    constraint org_unit_former_valid_excl exclude using gist (agency_id with =, org_unit_id with =, valid with &&),
    constraint org_unit_former_valid_bounds_check check (
        not isempty(valid) and (lower_inf(valid) or lower(valid) between '1900-01-01' and '2200-12-31')
        and coalesce(upper(valid) between '1900-01-01' and '2200-12-31', false)
    ),
    constraint org_unit_former_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

comment on table org_unit_former is 'What a unit was called, and under which one it stood, before its present state';

create table post_former (
    agency_id integer not null,
    post_former_id bigint generated always as identity,
    post_id bigint not null,
    valid daterange not null,
    org_unit_id bigint not null,
    recorded_at timestamptz not null default now(),
    constraint post_former_pkey primary key (agency_id, post_former_id),
    constraint post_former_post_fkey foreign key (agency_id, post_id) references post,
    constraint post_former_org_unit_fkey foreign key (agency_id, org_unit_id) references org_unit,
    constraint post_former_valid_excl exclude using gist (agency_id with =, post_id with =, valid with &&),
    constraint post_former_valid_bounds_check check (
        not isempty(valid) and (lower_inf(valid) or lower(valid) between '1900-01-01' and '2200-12-31')
        and coalesce(upper(valid) between '1900-01-01' and '2200-12-31', false)
    ),
    constraint post_former_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index post_former_org_unit_idx on post_former (agency_id, org_unit_id);

comment on table post_former is 'The unit that a post belonged to before its present one; its seats are in formasi';

create table org_unit_event (
    agency_id integer not null,
    org_unit_event_id bigint generated always as identity,
    org_unit_id bigint not null,
    kind text not null,
    valid_from date not null,
    other_org_unit_id bigint,
    decree_number text not null,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    constraint org_unit_event_pkey primary key (agency_id, org_unit_event_id),
    constraint org_unit_event_org_unit_fkey foreign key (agency_id, org_unit_id) references org_unit,
    constraint org_unit_event_other_fkey foreign key (agency_id, other_org_unit_id) references org_unit,
    constraint org_unit_event_kind_check check (kind in ('add', 'rename', 'move', 'merge', 'split', 'close', 'transfer')),
    constraint org_unit_event_valid_from_bounds_check check (valid_from between '1900-01-01' and '2200-12-31'),
    constraint org_unit_event_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

create index org_unit_event_org_unit_idx on org_unit_event (agency_id, org_unit_id);
create index org_unit_event_other_idx on org_unit_event (agency_id, other_org_unit_id);

comment on table org_unit_event is 'A decision that reorganised a unit, with its decree; never changed or removed';

-- The same texts are refused as in 0016: control characters, by their numbers.
do $migration$
declare
    pattern constant text := format(
        '(%s)', '''['' || chr(1) || ''-'' || chr(31) || chr(127) || ''-'' || chr(159) || chr(8232) || ''-'' || chr(8238)'
        ' || chr(8294) || ''-'' || chr(8297) || '']'''
    );
begin
    execute format(
        'alter table org_unit_event add constraint org_unit_event_text_check check '
        '((coalesce(decree_number, '''') || coalesce(recorded_by, '''')) !~ %s)', pattern
    );
end
$migration$;

-- A unit that names itself as its parent is a root. The owner sees rows only while row security is not forced.
alter table org_unit no force row level security;
update org_unit set parent_siasn_id = null where parent_siasn_id = siasn_id;
alter table org_unit force row level security;
