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
