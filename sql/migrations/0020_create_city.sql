-- What a city is by itself: one row. Its zone decides which day it is, so it is a fact of the city and not of a session.
create table city (
    city_id smallint not null default 1,
    zone text not null default 'Asia/Jakarta',
    constraint city_pkey primary key (city_id),
    constraint city_single_check check (city_id = 1),
    -- PostgreSQL itself refuses a name that it does not know. Abbreviations (WIB) have no rules of their own.
    constraint city_zone_check check (
        zone like '%/%' and (timestamptz '2026-01-01 00:00+00' at time zone zone) is not null
    )
);

comment on column city.zone is 'IANA name of the time zone in which the city''s days begin: Asia/Jakarta is WIB, Asia/Makassar WITA';

insert into city default values;

-- Whoever adds a schedule says in which zone its days and hours are.
alter table schedule alter column zone drop default;
