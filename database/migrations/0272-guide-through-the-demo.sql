-- The guided tour of a demo practice: when it began, and what was answered to its questions.
-- New tables; locks nothing for long.

create table guided_tours (
  practice_id bigint not null references practices,
  -- What happened before counts for nothing: a restart sets it anew.
  started_at  timestamptz not null default now(),
  started_by  text not null,
  primary key (practice_id)
);

create table guided_tour_answers (
  practice_id bigint not null references practices,
  exercise    text not null,
  answer      text not null,
  answered_at timestamptz not null default now(),
  answered_by text not null,
  primary key (practice_id, exercise),
  constraint guided_tour_answers_exercise check (exercise in ('find-origin', 'explain-takeback')),
  constraint guided_tour_answers_answer check (length(answer) between 1 and 100)
);

call wall_off('guided_tours');
call wall_off('guided_tour_answers');
grant select, insert, update on guided_tours to headwater_application;
grant select, insert, update, delete on guided_tour_answers to headwater_application;
