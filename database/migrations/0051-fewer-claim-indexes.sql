-- Every index of claims is written again whenever a claim changes its state. One order by date of
-- service, read forwards or backwards, is enough, and nothing looks claims up by member alone.
-- Dropping an index locks its table for a moment.
drop index claims_by_service_date;
drop index claims_by_member;
-- The key follows from the number, so that the same numbers are unique with it in front; and one index
-- finds claims by either. Building it locks the table for seconds per million claims.
alter table claims drop constraint claims_number;
alter table claims add constraint claims_number
  unique (practice_id, control_number_key, billing_provider_npi, patient_control_number, version);
drop index claims_by_control_number;
