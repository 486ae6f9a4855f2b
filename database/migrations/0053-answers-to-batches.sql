-- A 277CA may refuse a whole batch, or a provider's part of it, without naming claims: it names the
-- batch by the number that its 837 carries in BHT03. Adding columns without defaults locks for a moment.
alter table transaction_sets add column batch_key text collate "C";
create index transaction_sets_by_batch on transaction_sets (practice_id, batch_key) where batch_key is not null;
alter table acknowledgments add column answers_batch text collate "C";
alter table acknowledgments add column answers_provider text collate "C";
create index acknowledgments_by_batch on acknowledgments (practice_id, answers_batch) where answers_batch is not null;
