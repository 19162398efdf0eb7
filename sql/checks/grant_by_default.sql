-- Why: default privileges give away objects that do not exist yet; and without a default of ours PUBLIC may execute
-- every future function.
-- Mend: `mutasi db init` takes EXECUTE from PUBLIC; `alter default privileges … revoke` takes back the rest.
select 'new ' || case d.defaclobjtype
        when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas'
    end || ' of ' || pg_get_userbyid(d.defaclrole) as object,
    lower(x.privilege_type) || ' for ' || case x.grantee when 0 then 'PUBLIC' else pg_get_userbyid(x.grantee) end
        as problem
from pg_default_acl d
cross join aclexplode(d.defaclacl) x
where x.grantee <> d.defaclrole
    and (d.defaclnamespace = 0 or d.defaclnamespace = current_schema()::regnamespace)
    and pg_get_userbyid(d.defaclrole) in ('{city}_owner', {keepers})
    and not (x.grantee = 0 and d.defaclobjtype = 'T')
union all
select 'new functions of {city}_owner', 'execute for PUBLIC'
where not exists (
    select from pg_default_acl d
    where d.defaclrole = '{city}_owner'::regrole and d.defaclnamespace = 0 and d.defaclobjtype = 'f'
)
