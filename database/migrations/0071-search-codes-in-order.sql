-- A search reads codes in the order in which it shows them and stops at the end of a page: sorting the
-- forty thousand diagnoses that hold "encounter" took ten times as long. Builds two indexes; locks writes
-- to code_set_codes meanwhile, seconds for each edition loaded.

create index code_set_codes_by_length on code_set_codes (code_set_file_id, length(label), code);
create index code_set_codes_by_label on code_set_codes
  (code_set_file_id, "left"(lower(label), 60) collate "C", code);
