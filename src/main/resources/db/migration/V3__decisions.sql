-- Facts: what persons decided about rules. Append-only.
create table decision (
    id           text not null primary key,
    project_id   text not null references project (id),
    kind         text not null,
    -- ids of the rules as they were named, and the text that was given
    rules        text not null,
    text         text not null,
    decided_at   integer not null
);
create index decision_at on decision (decided_at);
-- The texts a decision speaks of: those of one pile belong together, those of two piles of one decision apart.
create table pile (
    id           integer primary key,
    decision_id  text not null references decision (id),
    number       integer not null,
    -- whether its texts are a rule of their own whatever they resemble
    alone        integer not null,
    unique (decision_id, number)
);
create table pile_member (
    statement_id integer not null references statement (id),
    pile_id      integer not null references pile (id),
    primary key (statement_id, pile_id)
) without rowid;
create index pile_member_pile on pile_member (pile_id);

-- The fold: the pile a live statement lies in, the pile of the decision that worded it, and whether it is in a leading node.
alter table statement add column pile_id integer;
alter table statement add column wording_id integer;
alter table statement add column leads integer not null default 0;
-- What counts of the text when the wordings of a rule are weighed; empty where nobody has looked yet.
alter table statement add column digest text not null default '';
create index statement_pile on statement (pile_id) where pile_id is not null;
create index statement_wording on statement (leader_id) where wording_id is not null;
update statement set leads = 1 where leader_id = id;

-- Folds: what rules speak of, under keys by which those that say the opposite meet, and which do. Both ways round.
create table stance (
    leader_id    integer not null,
    number       integer not null,
    project_id   text not null,
    text         text not null,
    keys         text not null,
    primary key (leader_id, number)
) without rowid;
create table stance_key (
    key          integer not null,
    leader_id    integer not null,
    primary key (key, leader_id)
) without rowid;
create table contradiction (
    leader_id    integer not null,
    other_id     integer not null,
    primary key (leader_id, other_id)
) without rowid;
