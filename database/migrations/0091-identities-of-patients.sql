-- A patient is found under every name and birthday that a file gave him, and by member id, birthday
-- and phone. New tables, and new columns that are empty or constant; the two indexes and the member
-- ids of patients whom files named take seconds per million patients.

-- Further identities: those a patient had before he was described anew, and those that two patients
-- have in common. A file that names an identity of two patients is never told to be of one of them.
create table patient_identities (
  practice_id    bigint not null,
  identity_key   text collate "C" not null,
  patient_id     bigint not null,
  last_name_key  text collate "C" not null,
  first_name_key text collate "C" not null,
  primary key (practice_id, identity_key, patient_id),
  constraint patient_identities_patient foreign key (practice_id, patient_id) references patients
);
create index patient_identities_by_name on patient_identities (practice_id, last_name_key, first_name_key);
call wall_off('patient_identities');
grant select, insert on patient_identities to headwater_application;

alter table patients
  -- A minor who answers for himself by law.
  add column is_emancipated   boolean not null default false,
  -- The member id under which a claim named him first.
  add column named_member_key text collate "C";

update patients set named_member_key = named.member_id_key
from (
  select distinct on (practice_id, patient_id) practice_id, patient_id, member_id_key
  from claims where member_id_key is not null
  order by practice_id, patient_id, claim_id) named
where patients.practice_id = named.practice_id and patients.patient_id = named.patient_id;

create index patients_by_birth on patients (practice_id, date_of_birth) where date_of_birth is not null;
create index patients_by_phone on patients (practice_id, phone) where phone is not null;
create index patients_by_named_member on patients (practice_id, named_member_key) where named_member_key is not null;
create index patients_by_guarantor on patients (practice_id, guarantor_id) where guarantor_id is not null;

alter table guarantors
  -- Lower-case, for search by range, as of patients.
  add column last_name_key  text collate "C" not null default '',
  add column first_name_key text collate "C" not null default '';
create index guarantors_by_name on guarantors (practice_id, last_name_key, first_name_key);
