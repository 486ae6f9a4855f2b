-- A job of its own invents the files of a demo practice and reads them. Adds a row; locks nothing.

insert into job_tasks (name) values ('fill-demo');
