-- What each login of an agency is made with, in this order. The limits are for its own sake and for the others': a
-- transaction that is forgotten, a statement without end or a wait for a lock ends by itself. A session can lift all
-- but the last for itself; end_agency_sessions() is for those.
array['search_path={city}, pg_temp', 'idle_in_transaction_session_timeout=1min', 'idle_session_timeout=1h',
    'statement_timeout=1min', 'lock_timeout=5s', 'temp_file_limit=1GB']
