-- The agency that the transaction was told by `set local mutasi.agency`, as long as the agency's role is in the
-- group: that membership is what a suspended agency does not have. Null without it, and for junk that is no role's
-- name.
case
    when pg_has_role(
        to_regrole('{city}_agency_' || current_setting('mutasi.agency', true))::oid, '{city}_agency', 'usage'
    ) then nullif(current_setting('mutasi.agency', true), '')::integer
end
