-- Facts: what was asked of reviewers, with the rules they were given. Append-only.
create table gauntlet_run (
    id             text not null primary key,
    project_id     text not null references project (id),
    -- place among the runs of this ledger
    sequence       integer not null,
    target         text not null,
    -- git tree that was to be reviewed; empty outside git
    tree           text not null,
    policy         text not null,
    context        text not null,
    session        text not null,
    -- how many rules of each persona were wanted, 0 for all; seed of the random numbers
    select_k       integer not null,
    seed           integer not null,
    max_iterations integer not null,
    stop_at        text not null,
    started_at     integer not null
);
create index gauntlet_run_project on gauntlet_run (project_id, sequence);
-- Everything that took part in the draw.
create table gauntlet_candidate (
    run_id         text not null references gauntlet_run (id),
    rule_id        text not null,
    persona        text not null,
    rank           integer not null,
    alpha          real not null,
    beta           real not null,
    propensity     real not null,
    fate           text not null,
    primary key (run_id, rule_id)
) without rowid;
-- What the reviewers were shown, as it read then.
create table gauntlet_issued (
    run_id         text not null references gauntlet_run (id),
    ordinal        integer not null,
    rule_id        text not null,
    persona        text not null,
    category       text not null,
    rule           text not null,
    context        text not null,
    antipattern    text not null,
    rationale      text not null,
    primary key (run_id, ordinal)
) without rowid;

-- A review may be an iteration of a run, and says which tree it saw: one that ends with the action 'clean' is the clean marker.
alter table review add column run_id text not null default '';
alter table review add column iteration integer not null default 0;
alter table review add column tree text not null default '';
create index review_run on review (run_id, iteration);
create index review_tree on review (project_id, tree, sequence);
-- Equal for what is the same finding told again.
alter table finding add column fingerprint text not null default '';

-- Facts: what somebody answers for, until a day.
create table gauntlet_risk (
    id             text not null primary key,
    project_id     text not null references project (id),
    run_id         text not null references gauntlet_run (id),
    who            text not null,
    why            text not null,
    until_day      text not null,
    accepted_at    integer not null
);
create index gauntlet_risk_project on gauntlet_risk (project_id, accepted_at);
create table gauntlet_risk_finding (
    risk_id        text not null references gauntlet_risk (id),
    fingerprint    text not null,
    severity       text not null,
    category       text not null,
    description    text not null,
    location       text not null,
    primary key (risk_id, fingerprint)
) without rowid;
create index gauntlet_risk_fingerprint on gauntlet_risk_finding (fingerprint);
-- Where it was told to others.
create table gauntlet_risk_issue (
    risk_id        text not null primary key references gauntlet_risk (id),
    url            text not null,
    recorded_at    integer not null
);
