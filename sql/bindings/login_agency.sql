-- The agency of a direct login, by its name: {city}_agency_<id>_<label>, or its agency's role. Null for anybody else.
nullif(substring(current_user from '^{city}_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$'), '')::integer
