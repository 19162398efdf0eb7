-- Assignments as SIASN tells them apart (jenisPenugasanId): definitive (D), acting (PLT, PJ), standing in for an absent
-- holder (PLH), and an additional duty (TT). Only definitive ones take a seat.

alter table assignment drop constraint assignment_kind_check;
alter table assignment add constraint assignment_kind_check check (
    kind in ('definitive', 'acting', 'standing_in', 'additional')
);
-- The same seat is not acted for twice at a time by one person.
alter table assignment add constraint assignment_other_excl exclude using gist (
    agency_id with =, employment_id with =, post_id with =, kind with =, valid with &&
) where (kind <> 'definitive');

-- A post that only a history of posts knows has no seats.
alter table post drop constraint post_capacity_check;
alter table post add constraint post_capacity_check check (capacity >= 0);

-- A merger of agencies ends every assignment and begins another; the time in the post goes on.
alter table assignment add column held_since date;
alter table assignment add constraint assignment_held_since_check check (held_since <= lower(valid));
alter table assignment add constraint assignment_held_since_bounds_check check (
    held_since between '1900-01-01' and '2200-12-31'
);

comment on column assignment.held_since is
    'Since when the person has held the post, where that is earlier than the assignment: before a merger of agencies';

-- The time in the post that earlier mergers cut off. The owner sees rows only while row security is not forced.
alter table agency no force row level security;
alter table employment no force row level security;
alter table post no force row level security;
alter table assignment no force row level security;
update assignment n set held_since = lower(o.valid)
from employment ne, employment oe, assignment o, post np, post op, agency g
where n.kind = 'definitive'
    and ne.agency_id = n.agency_id and ne.employment_id = n.employment_id and lower(ne.valid) = lower(n.valid)
    and g.merged_into = n.agency_id
    and oe.agency_id = g.agency_id and oe.person_id = ne.person_id and upper(oe.valid) = lower(ne.valid)
    and o.agency_id = oe.agency_id and o.employment_id = oe.employment_id and o.kind = 'definitive'
    and upper(o.valid) = lower(n.valid)
    and np.agency_id = n.agency_id and np.post_id = n.post_id
    and op.agency_id = o.agency_id and op.post_id = o.post_id and op.title = np.title
    and lower(o.valid) < lower(n.valid);
alter table agency force row level security;
alter table employment force row level security;
alter table post force row level security;
alter table assignment force row level security;
