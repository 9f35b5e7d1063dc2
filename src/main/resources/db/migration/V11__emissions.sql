-- Facts: artifacts of other systems that were taken in, and the edges they hold. Append-only.
create table consumed (
    -- SHA-256 of the content: the same artifact under another name is the same
    id           text not null primary key,
    name         text not null,
    type         text not null,
    project_id   text not null,
    emitted_at   text not null,
    consumed_at  integer not null
);
create table edge (
    consumed_id  text not null references consumed (id),
    ordinal      integer not null,
    project_id   text not null,
    source_id    text not null,
    target_id    text not null,
    relation_type text not null,
    confidence   real not null,
    properties   text not null,
    primary key (consumed_id, ordinal)
) without rowid;
create index edge_project on edge (project_id, source_id);

-- Facts: seed files that were taken in, and the evidence that each made count half. Append-only.
create table seed (
    id           text not null primary key,
    -- id of the project it is for; empty for all
    scope        text not null,
    persona      text not null,
    -- place among the seeds of this ledger
    sequence     integer not null,
    source       text not null,
    name         text not null,
    text         text not null,
    ingested_at  integer not null
);
create index seed_persona on seed (scope, persona, sequence);
create table halving (
    seed_id      text not null references seed (id),
    rule_id      text not null,
    -- id of the project whose evidence it is about; empty for all
    scope        text not null,
    -- place of the last outcome it is about among the rewards of this ledger
    after_reward integer not null,
    primary key (seed_id, rule_id)
) without rowid;
create index halving_scope on halving (scope, after_reward);
