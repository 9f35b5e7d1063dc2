-- Facts: what reviewers found, which rules they cited, and how the work came out. Append-only.
create table review (
    id           text not null primary key,
    project_id   text not null references project (id),
    -- place among the reviews of this ledger
    sequence     integer not null,
    policy       text not null,
    context      text not null,
    session      text not null,
    commit_hash  text not null,
    source       text not null,
    action       text not null,
    reviewed_at  integer not null
);
create index review_project on review (project_id, sequence);
create table finding (
    review_id    text not null references review (id),
    ordinal      integer not null,
    severity     text not null,
    category     text not null,
    description  text not null,
    location     text not null,
    rule_learned text not null,
    primary key (review_id, ordinal)
) without rowid;
-- A credit waits for an outcome; what is not credited is the id of no rule.
create table citation (
    review_id    text not null references review (id),
    ordinal      integer not null,
    rule_id      text not null,
    credited     integer not null,
    reasoning    text not null,
    primary key (review_id, ordinal, rule_id)
) without rowid;
create table mistake (
    id           text not null primary key,
    project_id   text not null references project (id),
    class        text not null,
    severity     text not null,
    description  text not null,
    session      text not null,
    -- the review that told of it; empty for none
    review_id    text not null,
    made_at      integer not null
);
create index mistake_project on mistake (project_id, made_at);
create table reward (
    id           text not null primary key,
    project_id   text not null references project (id),
    -- place among the rewards of this ledger: of two for one review the later counts
    sequence     integer not null,
    outcome      text not null,
    distance     real,
    value        real not null,
    -- which review it was taken to mean; empty for none
    review_id    text not null,
    context      text not null,
    -- how fast evidence faded then: a number of rewarded reviews, 0 for never
    half_life    real not null,
    rewarded_at  integer not null
);
create index reward_project on reward (project_id, sequence);
create index reward_review on reward (review_id);
create index reward_sequence on reward (sequence);
create index review_sequence on review (sequence);
create table reward_rule (
    reward_id    text not null references reward (id),
    rule_id      text not null,
    primary key (reward_id, rule_id)
) without rowid;

-- Facts: each draw, with all that took part in it.
create table selection (
    id           text not null primary key,
    project_id   text not null references project (id),
    context      text not null,
    seed         integer not null,
    k            integer not null,
    hold_out     real not null,
    selected_at  integer not null
);
create index selection_project on selection (project_id, selected_at);
create table selection_candidate (
    selection_id text not null references selection (id),
    rule_id      text not null,
    rank         integer not null,
    alpha        real not null,
    beta         real not null,
    propensity   real not null,
    fate         text not null,
    primary key (selection_id, rule_id)
) without rowid;

-- Folds: the evidence of every arm that an outcome rewards, and up to where that is folded.
create table evidence (
    project_id   text not null,
    rule_id      text not null,
    context      text not null,
    successes    real not null,
    failures     real not null,
    observations integer not null,
    as_of        integer not null,
    primary key (project_id, rule_id, context)
) without rowid;
create table learned (
    project_id   text not null primary key,
    reviews      integer not null,
    half_life    real not null,
    last_sequence integer not null,
    last_reward  text not null
);
-- How the fold moved, told by what moved it. Append-only, and not rebuilt.
create table evidence_change (
    id           integer primary key,
    project_id   text not null,
    reward_id    text not null,
    rule_id      text not null,
    context      text not null,
    successes_before real not null,
    failures_before real not null,
    successes    real not null,
    failures     real not null,
    observations integer not null,
    changed_at   integer not null
);
create index evidence_change_project on evidence_change (project_id, id);
