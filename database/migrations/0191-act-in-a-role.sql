-- The role in which somebody looks at a demo practice, for one session; it only narrows what he may do there.
-- Two optional columns of a small table.

alter table sessions
  add column acting_practice_id bigint references practices,
  add column acting_role text,
  add constraint sessions_acting check ((acting_practice_id is null) = (acting_role is null));
