-- Which event of service a further one undoes: neither counts any more, so that an end can be moved to an earlier day. And
-- the standing that an event replaced, which an undo gives back.

alter table service_event add column undoes bigint;
alter table service_event add column former_status text;
alter table service_event add constraint service_event_undoes_fkey
    foreign key (agency_id, undoes) references service_event;
alter table service_event add constraint service_event_undoes_key unique (agency_id, undoes);
alter table service_event add constraint service_event_undoes_check check (undoes < service_event_id);

comment on column service_event.undoes is 'The event that this one undoes; neither counts any more';
comment on column service_event.former_status is
    'The text of the person''s legal status before the event, where the event changed it';
