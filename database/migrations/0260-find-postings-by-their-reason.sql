-- What a payment, a refund or a write-off moved is found by the key that its postings carry as their reason.
create index postings_by_reason on postings (practice_id, reason)
  where reason is not null and kind in ('patient-payment', 'refund', 'write-off', 'reversal');
