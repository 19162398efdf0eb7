-- People are looked for by the beginning of their name: `name ^@ 'Sit'`, which row security lets the index do, as it does
-- not for LIKE.

create index person_name_idx on person (agency_id, name text_pattern_ops);
