-- Whenever claims come, remittances of provider adjustments alone are looked for that waited for their payee.
create index remittances_without_claims on remittances (practice_id, remittance_id)
  where verdict = 'held' and claims = 0;
