-- What whoever told of an outcome said besides; empty for nothing.
alter table reward add column notes text not null default '';
