-- A row of a fee schedule may come from a person instead of a file. Locks the table for an instant.
alter table fee_schedule_rows alter column file_id drop not null;
