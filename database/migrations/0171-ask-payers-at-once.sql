-- A job asks a payer at once where a connection answers at once. Adds a row; locks nothing.

insert into job_tasks (name) values ('ask-live');
