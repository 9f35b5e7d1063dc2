-- Draws so far were made by tests only: nothing is lost.
drop table selection_candidate;
drop table selection;

-- Facts: each draw, with all that took part in it.
create table selection (
    id           text not null primary key,
    project_id   text not null references project (id),
    -- place among the selections of this ledger: the last one is in force
    sequence     integer not null,
    context      text not null,
    seed         bigint not null,
    k            integer not null,
    hold_out     double precision not null,
    -- tokens; 0 for no limit
    budget       integer not null,
    -- candidates that are in no row of their own: lines of fate, alpha, beta, cost, propensity and the ids they hold for
    others       text not null,
    selected_at  bigint not null
);
create index selection_project on selection (project_id, sequence);
create index selection_sequence on selection (sequence);
-- Those that got in.
create table selection_candidate (
    selection_id text not null references selection (id),
    rule_id      text not null,
    rank         integer not null,
    alpha        double precision not null,
    beta         double precision not null,
    cost         integer not null,
    propensity   double precision not null,
    fate         text not null,
    primary key (selection_id, rule_id)
) without rowid;
-- What was in force since a selection, as it was worded then.
create table policy (
    id           text not null,
    selection_id text not null references selection (id),
    project_id   text not null references project (id),
    -- JSON: a list of objects with id, category, level and text
    content      text not null,
    published_at bigint not null,
    primary key (id, selection_id)
) without rowid;
create index policy_selection on policy (selection_id);
-- What an agent's file said, once it did.
create table exposure (
    selection_id text not null references selection (id),
    target       text not null,
    root         text not null,
    rule_id      text not null,
    policy       text not null,
    path         text not null,
    -- the rule as it stood there
    text         text not null,
    shown_at     bigint not null,
    primary key (selection_id, target, root, rule_id)
) without rowid;
-- Which selection was in force when a review was made; empty for none.
alter table review add column selection_id text not null default '';
