-- Why: a role may change its own settings, in any database. What an intruder left in them outlives the password, and the
-- settings of a group or of a program's login change what all its transactions do.
-- Mend: `mutasi login rotate`, which also ends what the intruder knows; `mutasi db init` as a superuser for all others.
with setting (rolname, place, line) as (
    select r.rolname, coalesce(' in database ' || d.datname, ''), x.line
    from pg_db_role_setting s
    join pg_roles r on r.oid = s.setrole
    left join pg_database d on d.oid = s.setdatabase
    cross join unnest(s.setconfig) x (line)
)
select rolname || place as object, 'has a setting of its own: ' || split_part(line, '=', 1) as problem
from setting
where (
        rolname ~ '^{city}_agency_[0-9]'
        or rolname ~ '^{city}_(owner|definer|audit|agency|pool|personnel|mover|provisioner|worker|auditor|backup)$'
        or rolname ~ '^{city}_(admin|daemon)$'
    )
    and not (rolname ~ '^{city}_agency_[0-9]+_' and place = '' and line = 'search_path={city}, pg_temp')
    and not (rolname = '{city}_daemon' and place = '' and line = 'idle_in_transaction_session_timeout=15s')
union all
select r.rolname, 'has lost the search_path that it was made with'
from agency_login l
join pg_roles r on r.rolname = '{city}_agency_' || l.agency_id || '_' || l.label
where l.revoked_at is null
    and not exists (select from setting s where s.rolname = r.rolname and s.line = 'search_path={city}, pg_temp')
