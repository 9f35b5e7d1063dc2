-- Facts: what persons decided about a rule's place in the agents' files, by whom and why.
alter table decision add column why text not null default '';
-- ids of the targets a rule was promoted for, separated by spaces; empty for all
alter table decision add column targets text not null default '';
-- whether the rule goes out although the gate would keep it back
alter table decision add column despite_gate integer not null default 0;
alter table decision add column decided_by text not null default '';
-- how the rule read when it was promoted
alter table pile add column text text not null default '';
-- Facts: when a rule could first go out without a person. That counts as a decision: the rules are drawn anew.
create table eligibility (
    statement_id integer not null primary key references statement (id),
    since        integer not null
);
