-- The two orders of the claim list that had no index: newest service first with undated claims last,
-- and by charge. Building them locks the table against writes for seconds per million claims.
create index claims_newest_first on claims (practice_id, service_from desc nulls last, claim_id desc);
create index claims_by_charge on claims (practice_id, charged_cents, claim_id);
