-- Posts for which the city wants successors: the marked ones, and by default all of JPT, the heads of districts, and
-- the heads of community health centres and hospitals (no regulation lists them; the city decides).
create or replace function is_critical_post(p_is_marked boolean, p_position_level text, p_title text) returns boolean
language plpgsql
immutable
parallel safe
set search_path from current
as $$
begin
    return p_is_marked or p_position_level in ('jpt_utama', 'jpt_madya', 'jpt_pratama')
        or p_title ~* '^(camat|kepala (upt )?puskesmas|direktur (rsud|rumah sakit))( |$)';
end
$$;

grant execute on function is_critical_post to {city}_pool, {city}_personnel;
