-- A sending to the next payer may arrive before the replacement that was sent so: it moves to it then.
grant update (claim_id) on claim_submissions to headwater_application;
