-- A claim goes on to its next payer as the same claim under the same number: what that payer is told
-- stands beside the claim, one row for each time it is made. A claim can so be in more than one batch.
-- A new table; the key of claim_batch_claims is built again, which locks it briefly.

create table next_payer_claims (
  practice_id       bigint not null,
  claim_id          bigint not null,
  -- Counts up for each claim that is made of it; 0 stands for the first payer's in claim_batch_claims.
  sending_number    smallint not null,
  -- Position of the payer in the order of payers: 2 secondary, 3 tertiary …
  payer_rank        smallint not null,
  payer_id          bigint not null,
  -- electronic in a batch, paper as a printed form.
  form              text not null default 'electronic',
  state             text not null,
  -- The typed claim that is sent, whole.
  content           jsonb not null,
  made_on           date not null,
  made_at           timestamptz not null default now(),
  made_by           text not null,
  sent_on           date,
  primary key (practice_id, claim_id, sending_number),
  constraint next_payer_claims_claim foreign key (practice_id, claim_id) references claims,
  constraint next_payer_claims_payer foreign key (practice_id, payer_id) references payers,
  constraint next_payer_claims_number check (sending_number >= 1),
  constraint next_payer_claims_rank check (payer_rank between 2 and 11),
  constraint next_payer_claims_form check (form in ('electronic', 'paper')),
  constraint next_payer_claims_state check (state in ('draft', 'ready', 'sent', 'withdrawn')),
  constraint next_payer_claims_sent check ((state = 'sent') = (sent_on is not null))
);
-- One at a time waits to be sent.
create unique index next_payer_claims_unsent on next_payer_claims (practice_id, claim_id)
  where state in ('draft', 'ready');
create index next_payer_claims_by_state on next_payer_claims (practice_id, state, claim_id)
  where state in ('draft', 'ready');
call wall_off('next_payer_claims');
grant select, insert, update on next_payer_claims to headwater_application;

alter table claim_batch_claims
  -- The claim to a next payer that is in the batch; 0 for the claim to its first payer.
  add column sending_number smallint not null default 0,
  drop constraint claim_batch_claims_pkey,
  add primary key (practice_id, claim_id, sending_number);

-- The rank of the last payer that is asked, where a person decided that what it leaves is the patient's.
alter table claims add column last_payer_rank smallint,
  add constraint claims_last_payer_rank check (last_payer_rank between 1 and 11);
