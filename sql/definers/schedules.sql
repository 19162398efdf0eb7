-- Owner: {city}_definer
-- What a city's own schedules need besides the migration that made them.

-- Migration 0010 puts off the first occurrence of forget-jobs to the next day, also in a city that is made at night,
-- before the time that the rule names: it would look like the work of a wrong clock.
update schedule set next_at = next_at - interval '1 day'
where name = 'forget-jobs' and rule = 'FREQ=DAILY;BYHOUR=2;BYMINUTE=30' and shift = 'none'
    and next_at > clock_timestamp() + interval '1 day'
    and next_at = ((clock_timestamp() at time zone zone)::date + 1 + time '02:30') at time zone zone;
