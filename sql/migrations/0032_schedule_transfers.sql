-- Transfers are carried out on their day without anybody asking for it: after midnight, before offices open.
-- Before the policies of this version are applied: those of an older one let nobody but the personnel agency add any.
alter table schedule no force row level security;

insert into schedule (name, kind, target, payload, rule, anchor, zone, next_at)
select 'carry-out-transfers', 'carry_out_transfers', 0, '{}', 'FREQ=DAILY;BYHOUR=0;BYMINUTE=10', '2026-01-01', c.zone,
    (
        select min(d.at) from (
            select (((now() at time zone c.zone)::date + n) + time '00:10') at time zone c.zone as at
            from generate_series(0, 1) n
        ) d
        where d.at > now()
    )
from city c
on conflict (name) do nothing;

alter table schedule force row level security;
