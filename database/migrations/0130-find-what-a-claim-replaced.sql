-- The versions that a claim replaced, from the claim that replaced them. Few claims are replaced: the
-- index is small. Locks claims while it is built.

create index claims_by_successor on claims (practice_id, replaced_by_claim_id)
  where replaced_by_claim_id is not null;
