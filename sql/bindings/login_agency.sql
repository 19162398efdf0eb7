-- The agency of a direct login, by its name: {city}_agency_<id>_<label>. Null for anybody else. Not current_user:
-- within a function of {city}_window that is {city}_window.
nullif(substring(session_user from '^{city}_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'), '')::integer
