-- Two people who change a practice or a user's roles at once: the second is told. New columns with a
-- constant default; locks nothing for long.

alter table practices add column revision integer not null default 1;
-- Of a user's roles in all practices together: a change elsewhere makes a caller look again, no more.
alter table users add column roles_revision integer not null default 1;
