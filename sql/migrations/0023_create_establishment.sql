-- The establishment (peta jabatan): how many seats a post has from a day on, and what a title asks of its holder.

-- A row holds from its day until the next one of the post. Nothing is deleted: a further row changes the number, and a
-- row of the same day corrects it. Days before the first row have as many seats as post.capacity says. From the first
-- entered row on, those that follow the holders count no longer.
create table formasi (
    agency_id integer not null,
    formasi_id bigint generated always as identity,
    post_id bigint not null,
    valid_from date not null,
    seats integer not null,
    source text not null,
    decree_number text,
    decree_date date,
    standard text,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    constraint formasi_pkey primary key (agency_id, formasi_id),
    constraint formasi_key unique (agency_id, post_id, valid_from),
    constraint formasi_post_fkey foreign key (agency_id, post_id) references post,
    constraint formasi_seats_check check (seats between 0 and 9999),
    constraint formasi_source_check check (source in ('decree', 'workload', 'holders')),
    constraint formasi_valid_from_bounds_check check (valid_from between '1900-01-01' and '2200-12-31'),
    constraint formasi_decree_date_bounds_check check (decree_date between '1900-01-01' and '2200-12-31'),
    constraint formasi_recorded_at_bounds_check check (
        recorded_at between '1900-01-01 00:00+00' and '2201-12-31 00:00+00'
    )
);

comment on table formasi is 'The seats of a post from a day on, until the next row of the post';
comment on column formasi.source is
    'decree, workload (ABK): entered by the city. holders: nobody entered it, and the seats follow those who hold them';
comment on column formasi.standard is 'By what the number was reckoned, such as a staffing standard';
comment on column post.capacity is 'Seats on days before the first row of formasi: as many as people held, by the imports';

-- What a title asks of its holder. The first table comes with the program and is loaded from sql/reference; the second is
-- the city's own, which goes before, and which no upgrade changes. An empty column is not known; `-` asks for nothing.
create table job_title (
    job_title text not null,
    family text,
    position_level text,
    retirement_age smallint,
    education_level_id smallint,
    fields text,
    trainings text,
    has_places boolean not null,
    source text,
    constraint job_title_pkey primary key (job_title),
    constraint job_title_position_level_fkey foreign key (position_level) references position_level,
    constraint job_title_education_level_fkey foreign key (education_level_id) references education_level,
    constraint job_title_retirement_age_check check (retirement_age between 50 and 75)
);

create unique index job_title_key on job_title (lower(job_title));

comment on column job_title.fields is 'Fields of study, any of which will do, separated by |';
comment on column job_title.trainings is 'Trainings, each of which is required, separated by |';
comment on column job_title.has_places is 'Whether the name of a place follows it in the title of a post';

create table city_job_title (
    job_title text not null,
    family text,
    position_level text,
    retirement_age smallint,
    education_level_id smallint,
    fields text,
    trainings text,
    has_places boolean not null,
    source text,
    constraint city_job_title_pkey primary key (job_title),
    constraint city_job_title_position_level_fkey foreign key (position_level) references position_level,
    constraint city_job_title_education_level_fkey foreign key (education_level_id) references education_level,
    constraint city_job_title_retirement_age_check check (retirement_age between 50 and 75)
);

create unique index city_job_title_key on city_job_title (lower(job_title));

-- The same texts are refused as in 0016: control characters, by their numbers.
do $migration$
declare
    v_table record;
begin
    for v_table in
        values ('formasi', array['decree_number', 'standard', 'recorded_by']),
            ('city_job_title', array['job_title', 'family', 'fields', 'trainings', 'source'])
    loop
        execute format(
            'alter table %I add constraint %I check ((%s) !~ %s)', v_table.column1, v_table.column1 || '_text_check',
            (select string_agg(format('coalesce(%I, '''')', c), ' || ') from unnest(v_table.column2) c),
            format(
                '(%s)', '''['' || chr(1) || ''-'' || chr(31) || chr(127) || ''-'' || chr(159) || chr(8232) || ''-'' || chr(8238)'
                ' || chr(8294) || ''-'' || chr(8297) || '']'''
            )
        );
    end loop;
end
$migration$;
