-- Why: a role may change its own settings, in any database. Settings that an intruder left outlive the password, and
-- those of a group or of a program's login change all its transactions.
-- Mend: `mutasi login rotate`, which also makes the intruder's password useless; `mutasi db init` as a superuser for
-- all others.
with setting (rolname, place, line) as (
    select r.rolname, coalesce(' in database ' || d.datname, ''), x.line
    from pg_db_role_setting s
    join pg_roles r on r.oid = s.setrole
    left join pg_database d on d.oid = s.setdatabase
    cross join unnest(s.setconfig) x (line)
),
standing (rolname) as (
    select '{city}_' || x
    from unnest(string_to_array('{role_words}|backup|admin|daemon', '|')) x
)
select s.rolname || s.place as object, 'has a setting of its own: ' || split_part(s.line, '=', 1) as problem
from setting s
where (
        s.rolname in (select t.rolname from standing t)
        -- Another database of the same city has its own agencies on this server.
        or substring(s.rolname from '^{city}_agency_([0-9]{1,9})(?:_|$)') in (select a.agency_id::text from agency a)
    )
    and not (s.rolname ~ '^{city}_agency_[0-9]+_' and s.place = '' and s.line = any ({login_settings}))
    and not (s.rolname = '{city}_daemon' and s.place = '' and s.line = 'idle_in_transaction_session_timeout=15s')
union all
select r.rolname, 'has lost a setting that it was made with: ' || split_part(w.line, '=', 1)
from agency_login l
cross join unnest({login_settings}) w (line)
join pg_roles r on r.rolname = '{city}_agency_' || l.agency_id || '_' || l.label
where l.revoked_at is null
    and not exists (select from setting s where s.rolname = r.rolname and s.place = '' and s.line = w.line)
