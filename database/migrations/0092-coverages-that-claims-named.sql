-- What claims said of a patient's coverage, so that a person can take it over. One row for each payer,
-- member id and place in the order; the first claim that named it stands beside it. A new table, filled
-- from the claims on file with what they keep.

create table named_coverages (
  practice_id              bigint not null,
  patient_id               bigint not null,
  payer_key                text collate "C" not null,
  member_id_key            text collate "C" not null,
  -- SBR01: P, S, T …
  sequence                 text collate "C" not null,
  payer_identifier         text,
  payer_name               text not null,
  member_id                text not null,
  filing_indicator         text,
  medicare_secondary_type  text,
  group_number             text,
  group_name               text,
  relationship             text,
  subscriber_last_name     text,
  subscriber_first_name    text,
  subscriber_middle_name   text,
  subscriber_suffix        text,
  subscriber_date_of_birth date,
  subscriber_gender        text,
  subscriber_address_line1 text,
  subscriber_address_line2 text,
  subscriber_city          text,
  subscriber_state         text,
  subscriber_postal_code   text,
  claim_id                 bigint not null,
  primary key (practice_id, patient_id, payer_key, member_id_key, sequence),
  constraint named_coverages_patient foreign key (practice_id, patient_id) references patients,
  constraint named_coverages_claim foreign key (practice_id, claim_id) references claims
);
call wall_off('named_coverages');
grant select, insert on named_coverages to headwater_application;

insert into named_coverages (practice_id, patient_id, payer_key, member_id_key, sequence,
  payer_identifier, payer_name, member_id, filing_indicator, claim_id)
select distinct on (c.practice_id, c.patient_id, p.identifier_key, c.member_id_key, c.coverage_sequence)
  c.practice_id, c.patient_id, p.identifier_key, c.member_id_key, c.coverage_sequence,
  p.identifier, p.name, c.member_id, c.filing_indicator, c.claim_id
from claims c
join payers p on p.practice_id = c.practice_id and p.payer_id = c.payer_id
where c.member_id is not null and c.member_id_key is not null
order by c.practice_id, c.patient_id, p.identifier_key, c.member_id_key, c.coverage_sequence, c.claim_id;
