-- A receivable never changes without a posting of the same claim, which marks its chunk: marking it twice
-- cost every bulk write of receivables a copy of its rows.
drop trigger mark_chunks_inserted on receivables;
drop trigger mark_chunks_updated on receivables;
