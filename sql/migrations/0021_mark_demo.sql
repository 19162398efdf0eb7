-- Whether the people of the city are generated. Pages and pictures say so: a sheet with a real city's name and invented
-- results would otherwise be taken for real wherever it turns up.
alter table city add column is_demo boolean not null default false;

comment on column city.is_demo is 'Whether the people are generated, as mutasi demo makes them; pages and pictures say so';
